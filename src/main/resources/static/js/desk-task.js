// Shows the form of a task, keeps what is typed on this device, and sends the answer.
(function () {
  'use strict';

  var place = document.querySelector('[data-desk-form]');
  var send = document.getElementById('send');
  var problem = document.getElementById('problem');
  var draftSaid = document.getElementById('draft');
  var EXPIRED = '登录已过期。填写的内容已保存在本机，请重新登录后再打开这项任务。';
  var DRAFT_DAYS = 3;
  var touched = false;
  var task = null;
  var form = null;

  function store(work) {
    try {
      return work(window.localStorage);
    } catch (e) {
      return null;
    }
  }

  function draft() {
    return store(function (local) {
      var kept = JSON.parse(local.getItem(place.dataset.draft) || 'null');
      return kept && Date.now() - kept.at < DRAFT_DAYS * 86400000 ? kept.answer : null;
    });
  }

  function keepDraft() {
    store(function (local) {
      local.setItem(place.dataset.draft, JSON.stringify({ at: Date.now(), answer: form._getState().data[task.variable] || {} }));
      draftSaid.textContent = '草稿已保存在本机。';
    });
  }

  function dropDraft() {
    store(function (local) {
      local.removeItem(place.dataset.draft);
      Object.keys(local).filter(function (key) { return key.indexOf('desk:') === 0; }).forEach(function (key) {
        var kept = JSON.parse(local.getItem(key) || 'null');
        if (!kept || Date.now() - kept.at > DRAFT_DAYS * 86400000) {
          local.removeItem(key);
        }
      });
    });
    draftSaid.textContent = '';
  }

  function tell(text) {
    problem.textContent = text;
    problem.hidden = !text;
    if (text) {
      problem.focus();
    }
  }

  function json(answer) {
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      throw new Error(EXPIRED);
    }
    return answer.json().then(function (body) {
      if (!answer.ok) {
        var failed = new Error(body.detail || '提交没有成功，请稍后再试。内容没有丢失。');
        failed.gone = answer.status === 409 || answer.status === 404;
        throw failed;
      }
      return body;
    });
  }

  function get(address) {
    return fetch(address, { credentials: 'same-origin', cache: 'no-store' }).then(json);
  }

  function open(found) {
    task = found;
    var data = task.data;
    var kept = draft();
    if (kept) {
      data[task.variable] = kept;
      draftSaid.textContent = '已恢复上次没有提交的草稿。';
    }
    place.textContent = '';
    form = new gridloopForm.Form({ container: place });
    return form.importSchema(task.schema, data).then(function () {
      var timer = null;
      form.on('changed', function () {
        if (!touched) {
          return;
        }
        clearTimeout(timer);
        draftSaid.textContent = '正在保存草稿…';
        timer = setTimeout(keepDraft, 300);
      });
      send.disabled = false;
    });
  }

  function firstError() {
    var wrong = place.querySelector('.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors [tabindex]');
    tell('还有内容需要填写或改正，见表单中的红字。');
    if (wrong) {
      wrong.focus();
    }
  }

  function submit() {
    var result = form.submit();
    if (Object.keys(result.errors).length > 0) {
      firstError();
      return;
    }
    busy(true);
    tell('');
    var headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    headers[place.dataset.csrfHeader] = place.dataset.csrf;
    fetch(place.dataset.answer, {
      method: 'POST', credentials: 'same-origin', headers: headers,
      body: JSON.stringify(result.data[task.variable] || {})
    }).then(json).then(sent).catch(function (error) {
      busy(false);
      if (error.gone) {
        send.hidden = true;
        dropDraft();
      }
      tell(error instanceof TypeError ? '连不上服务器，请检查网络后再提交。填写的内容没有丢失。' : error.message);
    });
  }

  function busy(yes) {
    send.disabled = yes;
    send.textContent = yes ? '正在提交…' : '提交';
  }

  function sent() {
    dropDraft();
    document.getElementById('work').hidden = true;
    var taken = document.getElementById('taken');
    var words = document.createElement('p');
    words.textContent = '已提交，正在交给流程引擎…';
    taken.insertBefore(words, taken.firstChild);
    taken.hidden = false;
    taken.focus();
    follow(words, 0);
  }

  // The answer is safe; this only says whether the engine has it already.
  function follow(words, times) {
    get(place.dataset.state).then(function (now) {
      if (now.state === 'CLOSED') {
        words.textContent = '已提交，流程已经继续。';
      } else if (times < 200) {
        if (times === 8) {
          words.textContent = '已提交并保存。流程引擎暂时没有响应，恢复后会自动继续，无需重复提交。';
        }
        setTimeout(function () { follow(words, times + 1); }, times < 8 ? 1000 : 5000);
      }
    }).catch(function () {
      words.textContent = '已提交并保存。';
    });
  }

  window.addEventListener('pagehide', function () {
    if (form && !send.disabled && draftSaid.textContent) {
      keepDraft();
    }
  });
  ['input', 'click', 'keydown'].forEach(function (what) {
    place.addEventListener(what, function () { touched = true; }, true);
  });
  send.addEventListener('click', submit);
  get(place.dataset.task).then(open).catch(function (error) {
    place.textContent = '';
    tell(error.message === EXPIRED ? EXPIRED : '表单没有打开，请刷新页面再试。');
  });
})();
