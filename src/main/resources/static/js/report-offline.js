// The page for reports without a network: saves them on the phone and shows what becomes of them.
(function () {
  'use strict';

  const MOST_PHOTOS = 5;
  const LARGEST_PHOTO = 15 * 1024 * 1024;
  const EVERY = 15000;
  const SOON = 50;
  const FIELDS = ['category', 'text', 'place', 'gridCode', 'longitude', 'latitude', 'datum', 'address', 'reporterName',
    'contact'];
  const STATES = { waiting: '等待网络', sending: '正在发送', sent: '已发送', wrong: '需要修改', draft: '正在修改' };
  const form = document.getElementById('save');
  const list = document.querySelector('[data-queue]');
  const item = document.querySelector('[data-item]');
  const said = document.querySelector('[data-said]');
  const kept = document.querySelector('[data-kept]');
  let draft = null;
  let due = null;
  let saving = false;

  if (!window.isSecureContext || !crypto.randomUUID || !navigator.locks || !window.indexedDB) {
    document.querySelector('[data-unfit]').hidden = false;
    return;
  }

  function field(id) {
    return document.getElementById(id);
  }

  function valueOf(name) {
    const value = new FormData(form).get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  // Of the ways to name a place only the chosen one has to be filled.
  function lacking() {
    return Array.from(form.querySelectorAll('[data-say]')).filter(function (it) {
      const part = it.closest('.choice-part');
      return (!part || part.classList.contains('part-' + valueOf('place')))
        && it.value.trim().length < Math.max(it.minLength || 0, 1);
    }).map(function (it) { return [it, it.getAttribute('data-say')]; });
  }

  function wrongPhotos() {
    const files = Array.from(field('photo').files);
    const large = files.find(function (file) { return file.size > LARGEST_PHOTO; });
    if (files.length > MOST_PHOTOS) {
      return [[field('photo'), '照片最多 ' + MOST_PHOTOS + ' 张，请重新选择']];
    }
    return large ? [[field('photo'), '“' + large.name + '”超过了 15 MB，请缩小后再选']] : [];
  }

  function emergency() {
    const line = valueOf('emergencyLine');
    return line === '' ? [] : [[field('line-' + line), '请马上拨打 ' + line + '。紧急情况不能存在手机上等网络。']];
  }

  function clear() {
    form.querySelectorAll('[data-found]').forEach(function (it) { it.remove(); });
    form.querySelectorAll('.is-invalid').forEach(function (it) {
      it.classList.remove('is-invalid');
      it.removeAttribute('aria-invalid');
    });
  }

  function complain(found) {
    found.forEach(function (each) {
      const problem = document.createElement('p');
      problem.className = 'problem';
      problem.dataset.found = '';
      problem.id = each[0].id + '-problem';
      problem.textContent = each[1];
      each[0].closest('.field, .choice-part').appendChild(problem);
      each[0].classList.add('is-invalid');
      each[0].setAttribute('aria-invalid', 'true');
    });
    found[0][0].focus();
  }

  // To the questions of the category, by their codes.
  function answers() {
    const prefix = 'answer-' + valueOf('category') + '-';
    const given = {};
    new FormData(form).forEach(function (value, name) {
      if (name.startsWith(prefix) && value.trim() !== '') {
        const code = name.slice(prefix.length);
        given[code] = (given[code] || []).concat(value.trim());
      }
    });
    return given;
  }

  // The questions follow the category.
  function ask() {
    field('category').dispatchEvent(new Event('change'));
  }

  async function files() {
    return Promise.all(Array.from(field('photo').files).map(async function (file) {
      return { name: file.name, type: file.type, bytes: await file.arrayBuffer() };
    }));
  }

  async function save() {
    const fields = {};
    FIELDS.forEach(function (name) { fields[name] = valueOf(name); });
    fields.answers = answers();
    await reportQueue.save(fields, await files(), draft);
    stopEditing();
    said.textContent = '已存在手机上，有网络时会自动发送。';
    said.focus();
    later();
    send();
  }

  function stopEditing() {
    draft = null;
    form.reset();
    ask();
    kept.hidden = true;
  }

  // Where the browser can, it sends when the network is back, also with this page closed.
  function later() {
    if (navigator.storage && navigator.storage.persist) {
      navigator.storage.persist();
    }
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.ready.then(function (worker) {
        return worker.sync ? worker.sync.register(reportQueue.NAME) : null;
      }).catch(function () {
        // This page sends them then.
      });
    }
  }

  function send() {
    reportQueue.sendAll().then(show, show);
  }

  async function edit(report) {
    if (draft && draft !== report.key) {
      await reportQueue.again(draft);
    }
    if (!await reportQueue.draft(report.key)) {
      said.textContent = '这一件已经开始发送，不能修改了。';
      return;
    }
    stopEditing();
    draft = report.key;
    FIELDS.forEach(function (name) {
      const all = form.querySelectorAll('[name=' + name + ']');
      all.forEach(function (it) {
        if (it.type === 'radio') {
          it.checked = it.value === report.fields[name];
        } else {
          it.value = report.fields[name];
        }
      });
    });
    ask();
    restoreAnswers(report);
    kept.textContent = '原来的 ' + report.photos.length + ' 张照片会保留；重新选择照片，就换成新选的。';
    kept.hidden = report.photos.length === 0;
    clear();
    complainOf(report);
  }

  function restoreAnswers(report) {
    Object.entries(report.fields.answers || {}).forEach(function (each) {
      form.querySelectorAll('[name="answer-' + report.fields.category + '-' + each[0] + '"]').forEach(function (it) {
        if (it.type === 'checkbox') {
          it.checked = each[1].includes(it.value);
        } else {
          it.value = each[1][0];
        }
      });
    });
  }

  // What the server has found, beside the field where there is one.
  function complainOf(report) {
    const found = report.problems.map(function (it) {
      return [field(it.field.startsWith('photo') ? 'photo' : it.field) || field('text'), it.reason];
    });
    if (found.length > 0) {
      complain(found);
    } else {
      field('text').focus();
    }
  }

  async function remove(report) {
    const question = report.state === 'sent' ? '从手机上删除这一条？案件不受影响，请先记下回执码。'
      : report.asked ? '这一件可能已经送到，删除只是从手机上去掉。确定删除？' : '这一件还没有发送，删除后就没有了。确定删除？';
    if (window.confirm(question)) {
      if (draft === report.key) {
        stopEditing();
      }
      await reportQueue.remove(report.key);
      said.textContent = '已从手机上删除。';
      said.focus();
    }
  }

  function button(entry, name, report, shown, press) {
    const made = entry.querySelector('[data-' + name + ']');
    made.hidden = !shown;
    made.setAttribute('aria-label', made.textContent + '：' + report.fields.text.slice(0, 20));
    made.addEventListener('click', press);
  }

  function lines(entry, name, texts) {
    const into = entry.querySelector('[data-' + name + ']');
    into.hidden = texts.length === 0;
    texts.forEach(function (text) {
      const line = document.createElement('li');
      line.textContent = text;
      into.appendChild(line);
    });
  }

  function photoWords(report) {
    if (report.state === 'sent') {
      return [];
    }
    const next = report.photos.findIndex(function (photo) { return !photo.sent; });
    return report.photos.map(function (photo, i) {
      const state = photo.sent ? '已发送' : (report.state === 'sending' && i === next ? '正在发送' : '等待发送')
        + (photo.percent ? '，已传 ' + photo.percent + '%' : '');
      return '照片 ' + (i + 1) + '（' + photo.name + '）：' + state;
    });
  }

  function entryOf(report) {
    const entry = item.content.firstElementChild.cloneNode(true);
    const open = report.state !== 'sent';
    entry.dataset.key = report.key;
    entry.querySelector('[data-state]').textContent = STATES[report.state];
    entry.querySelector('[data-state]').classList.add(open ? 'open' : 'closed');
    entry.querySelector('[data-saved]').textContent = new Date(report.savedAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
    entry.querySelector('[data-text]').textContent = report.fields.text;
    lines(entry, 'photos', photoWords(report));
    lines(entry, 'problems', report.problems.map(function (it) { return it.reason; }));
    entry.querySelector('[data-receipt]').hidden = open;
    if (!open) {
      entry.querySelector('[data-number]').textContent = report.caseNumber;
      entry.querySelector('[data-code]').textContent = report.receiptCode;
      entry.querySelector('[data-code]').href = '/receipt/' + report.receiptCode;
    }
    button(entry, 'send', report, open && !['sending', 'wrong'].includes(report.state), async function () {
      await reportQueue.again(report.key);
      if (draft === report.key) {
        stopEditing();
      }
      send();
    });
    button(entry, 'edit', report, open && !report.asked && report.state !== 'sending', function () { edit(report); });
    button(entry, 'remove', report, true, function () { remove(report); });
    return entry;
  }

  // Who stands on a button of the list keeps standing there.
  async function show() {
    const reports = await reportQueue.all();
    const at = document.activeElement && document.activeElement.closest('[data-queue] [data-key]');
    const name = at && Object.keys(document.activeElement.dataset)[0];
    list.replaceChildren.apply(list, reports.reverse().map(entryOf));
    document.querySelector('[data-queued]').hidden = reports.length === 0;
    const again = at && list.querySelector('[data-key="' + at.dataset.key + '"] [data-' + (name || 'none') + ']');
    if (again && !again.hidden) {
      again.focus({ preventScroll: true });
    }
  }

  // Many changes at once are shown once.
  function showSoon() {
    if (!due) {
      due = window.setTimeout(function () {
        due = null;
        show();
      }, SOON);
    }
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (saving) {
      return;
    }
    clear();
    const found = emergency().concat(lacking(), wrongPhotos());
    if (found.length > 0) {
      complain(found);
    } else {
      saving = true;
      save().catch(function () {
        said.textContent = '没有存上：手机的空间可能不够，请少带几张照片，或者删除已经发送的；也可能这一件已经在别的窗口发送。';
        said.focus();
      }).finally(function () {
        saving = false;
      });
    }
  });

  if ('BroadcastChannel' in window) {
    new BroadcastChannel(reportQueue.NAME).addEventListener('message', showSoon);
  }
  window.addEventListener('online', send);
  window.setInterval(function () {
    if (navigator.onLine) {
      send();
    }
  }, EVERY);
  form.hidden = false;
  show();
  send();
})();
