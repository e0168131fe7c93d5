// The page for work without a network: the tasks that are kept on this phone, their forms, and what becomes of answers.
(function () {
  'use strict';

  const MOST_PHOTOS = 5;
  const LARGEST_PHOTO = 15 * 1024 * 1024;
  const EVERY = 15000;
  const SOON = 50;
  const ENTRIES = '[data-tasks] > [data-key], [data-queue] > [data-key]';
  const STATES = { waiting: '等待网络', sending: '正在发送', sent: '已生效', noted: '未生效', wrong: '要修改', draft: '正在修改' };
  const list = document.querySelector('[data-tasks]');
  const queue = document.querySelector('[data-queue]');
  const work = document.getElementById('work');
  const place = document.getElementById('form');
  const problem = document.getElementById('problem');
  const photos = document.querySelector('[data-photos-panel]');
  const kept = document.querySelector('[data-kept]');
  const said = document.querySelector('[data-said]');
  const login = document.querySelector('[data-login]');
  let form = null;
  let open = null;
  let draft = null;
  let me;
  let due = null;
  let saving = false;
  let progress = {};

  if (!deskQueue.usable()) {
    document.querySelector('[data-unfit]').hidden = false;
    return;
  }

  function inputs() {
    return Array.from(photos.querySelectorAll('input[type=file]'));
  }

  function tell(text, at) {
    problem.textContent = text;
    problem.hidden = !text;
    if (text) {
      (at || problem).focus();
    }
  }

  function chosen() {
    return inputs().flatMap(function (input) {
      return Array.from(input.files).map(function (file) { return { kind: input.dataset.kind, file: file }; });
    });
  }

  function wrongPhotos() {
    const large = chosen().find(function (it) { return it.file.size > LARGEST_PHOTO; });
    return chosen().length > MOST_PHOTOS ? '照片一共最多 ' + MOST_PHOTOS + ' 张，请重新选择。'
      : large ? '“' + large.file.name + '”超过了 15 MB，请缩小后再选。' : '';
  }

  function files() {
    return Promise.all(chosen().map(async function (it) {
      return { name: it.file.name, type: it.file.type, kind: it.kind, bytes: await it.file.arrayBuffer() };
    }));
  }

  async function show(task, fields) {
    open = task;
    document.querySelector('[data-title]').textContent = task.title + ' ' + task.caseNumber;
    const data = structuredClone(task.data);
    if (fields) {
      data[task.variable] = fields;
    }
    place.textContent = '';
    inputs().forEach(function (input) { input.value = ''; });
    photos.hidden = !task.takesPhotos;
    kept.hidden = true;
    tell('');
    work.hidden = false;
    form = new gridloopForm.Form({ container: place });
    await form.importSchema(task.schema, data);
    document.querySelector('[data-title]').focus();
  }

  function stop() {
    work.hidden = true;
    place.textContent = '';
    open = null;
    draft = null;
  }

  async function save() {
    const result = form.submit();
    const wrong = Object.keys(result.errors).length > 0 ? '还有内容需要填写或改正，见表单中的红字。' : wrongPhotos();
    if (wrong) {
      tell(wrong, place.querySelector('.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors [tabindex]'));
      return;
    }
    await deskQueue.save(open, result.data[open.variable] || {}, await files(), draft);
    stop();
    said.textContent = '已存在手机上，有网络时会自动发送。';
    said.focus();
    later();
    send();
  }

  // Where the browser can, it sends when the network is back, also with this page closed.
  function later() {
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.ready.then(function (worker) {
        return worker.sync ? worker.sync.register(deskQueue.NAME) : null;
      }).catch(function () {
        // The pages of staff send them then.
      });
    }
  }

  function sayWho(how) {
    if (how.left === 0) {
      login.hidden = true;
    }
    if (how.login === undefined) {
      return;
    }
    me = how.login;
    login.hidden = how.left === 0 || (me !== null && how.left === how.mine);
    login.querySelector('[data-login-words]').textContent = me === null
      ? '请重新登录后发送，存在手机上的结果不会丢。'
      : '有 ' + (how.left - how.mine) + ' 份结果不是现在登录的人存下的，没有发送；请由存下它的人登录后发送。';
  }

  function send() {
    return deskQueue.sendAll().then(sayWho).then(showAll, showAll);
  }

  async function edit(answer) {
    if (draft && draft !== answer.key) {
      await deskQueue.again(draft);
    }
    if (!await deskQueue.draft(answer.key)) {
      said.textContent = '这一份已经开始发送，不能修改了。';
      return;
    }
    await show(answer.task, answer.fields);
    draft = answer.key;
    kept.textContent = '原来的 ' + answer.photos.length + ' 张照片会保留；重新选择照片，就换成新选的。';
    kept.hidden = answer.photos.length === 0;
    tell(answer.problems.map(function (it) { return it.reason; }).join('；'));
  }

  async function remove(answer) {
    const over = answer.state === 'sent' || answer.state === 'noted';
    if (over || window.confirm(answer.asked ? '这一份可能已经送到，删除只是从手机上去掉。确定删除？'
      : '这一份还没有发送，删除后就没有了。确定删除？')) {
      if (draft === answer.key) {
        stop();
      }
      await deskQueue.remove(answer.key);
      said.textContent = '已从手机上删除。';
      said.focus();
    }
  }

  function button(entry, name, about, shown, press) {
    const made = entry.querySelector('[data-' + name + ']');
    made.hidden = !shown;
    made.setAttribute('aria-label', made.textContent + '：' + about);
    made.addEventListener('click', press);
  }

  function text(entry, name, words) {
    entry.querySelector('[data-' + name + ']').textContent = words;
  }

  function lines(entry, name, texts) {
    const into = entry.querySelector('[data-' + name + ']');
    into.hidden = texts.length === 0;
    texts.forEach(function (each) {
      const line = document.createElement('li');
      line.textContent = each;
      into.appendChild(line);
    });
  }

  function photoWords(answer) {
    if (answer.state === 'sent' || answer.state === 'noted') {
      return [];
    }
    const next = answer.photos.findIndex(function (photo) { return !photo.sent; });
    return answer.photos.map(function (photo, i) {
      const state = photo.sent ? '已发送' : answer.state === 'sending' && i === next
        ? '正在发送' + (progress.key === answer.key ? '，' + progress.percent + '%' : '') : '等待发送';
      return '照片 ' + (i + 1) + '（' + photo.name + '）：' + state;
    });
  }

  // Of somebody else nothing is shown but that there is something.
  function words(answer) {
    return me && me !== answer.login ? '由账号 ' + answer.login + ' 存下，由本人登录后发送。'
      : Object.keys(answer.fields).map(function (name) { return answer.fields[name]; })
        .filter(function (value) { return typeof value === 'string' && /[^\x00-\x7f]/.test(value); }).join(' ');
  }

  function answerEntry(answer) {
    const entry = document.querySelector('[data-item]').content.firstElementChild.cloneNode(true);
    const over = answer.state === 'sent' || answer.state === 'noted';
    const mine = !me || me === answer.login;
    const about = answer.task.title + ' ' + answer.task.caseNumber;
    entry.dataset.key = answer.key;
    text(entry, 'state', STATES[answer.state]);
    entry.querySelector('[data-state]').classList.add(answer.state === 'noted' ? 'late' : over ? 'closed' : 'open');
    text(entry, 'saved', new Date(answer.savedAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' }));
    text(entry, 'about', about);
    text(entry, 'text', words(answer));
    text(entry, 'outcome', answer.words || '');
    lines(entry, 'photos', photoWords(answer));
    lines(entry, 'problems', answer.problems.map(function (it) { return it.reason; }));
    button(entry, 'send', about, !over && mine && answer.state !== 'sending', async function () {
      await deskQueue.again(answer.key);
      if (draft === answer.key) {
        stop();
      }
      send();
    });
    button(entry, 'edit', about, !over && mine && !answer.asked && answer.state !== 'sending' && answer.state !== 'draft',
      function () { edit(answer); });
    button(entry, 'remove', about, mine, function () { remove(answer); });
    return entry;
  }

  function taskEntry(task) {
    const entry = document.querySelector('[data-task-item]').content.firstElementChild.cloneNode(true);
    entry.dataset.key = task.key;
    text(entry, 'task-title', task.title);
    text(entry, 'number', task.caseNumber);
    text(entry, 'summary', task.summary);
    text(entry, 'where', task.category + ' · ' + task.place);
    text(entry, 'due', task.dueAt ? new Date(task.dueAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' }) + ' 到期' : '');
    button(entry, 'open', task.title + ' ' + task.caseNumber, true, function () {
      draft = null;
      show(task, null);
    });
    return entry;
  }

  // Who stands on a button of the list keeps standing there.
  async function showAll() {
    const answers = await deskQueue.answers();
    const answered = answers.map(function (it) { return it.task.key; });
    const tasks = (await deskQueue.tasks()).filter(function (task) { return !me || task.login === me; });
    const at = document.activeElement && document.activeElement.closest(ENTRIES);
    const name = at && Object.keys(document.activeElement.dataset)[0];
    list.replaceChildren.apply(list, tasks.filter(function (task) { return !answered.includes(task.key); })
      .map(taskEntry));
    queue.replaceChildren.apply(queue, answers.reverse().map(answerEntry));
    document.querySelector('[data-no-tasks]').hidden = list.children.length > 0;
    document.querySelector('[data-empty]').hidden = answers.length > 0;
    const again = at && document.querySelector('[data-key="' + at.dataset.key + '"] [data-' + (name || 'none') + ']');
    if (again && !again.hidden) {
      again.focus({ preventScroll: true });
    }
  }

  // Many changes at once are shown once.
  function showSoon() {
    if (!due) {
      due = window.setTimeout(function () {
        due = null;
        showAll();
      }, SOON);
    }
  }

  function first() {
    return deskQueue.who().then(function (found) { me = found ? found.login : null; }, function () {
      // Without a network nobody can tell; what is kept is shown.
    });
  }

  document.querySelector('[data-save]').addEventListener('click', function () {
    if (!saving) {
      saving = true;
      save().catch(function () {
        tell('没有存上：手机的空间可能不够，请少带几张照片；也可能这一份已经在别的窗口发送。');
      }).finally(function () { saving = false; });
    }
  });
  document.querySelector('[data-cancel]').addEventListener('click', async function () {
    if (draft) {
      await deskQueue.again(draft);
    }
    stop();
    said.focus();
  });
  if ('BroadcastChannel' in window) {
    new BroadcastChannel(deskQueue.NAME).addEventListener('message', function (event) {
      progress = event.data;
      showSoon();
    });
  }
  window.addEventListener('online', send);
  window.setInterval(function () {
    if (navigator.onLine) {
      send();
    }
  }, EVERY);
  showAll();
  first().then(showAll).then(send);
})();
