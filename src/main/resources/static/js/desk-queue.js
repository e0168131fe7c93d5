// Tasks that somebody has taken along on this phone, and their answers that wait for a network: each is sent under the
// name of whoever saved it, and no other.
var deskQueue = (function () {
  'use strict';

  const NAME = 'gridloop-desk';
  const CACHE = 'gridloop-desk-1';
  // The page for work without a network, and what it needs beside that of all pages, which the service worker has.
  const SHELL = ['/desk/offline', '/vendor/form-js/form-js.css', '/vendor/form-js/form-viewer.js', '/js/desk-queue.js',
    '/js/desk-offline.js'];
  const KEPT_DAYS = 3;
  const PATIENCE_ANSWER = 30000;
  const PATIENCE_PHOTO = 600000;
  const queue = phoneQueue(NAME, 'answers', ['tasks']);

  function usable() {
    return Boolean(self.isSecureContext && self.indexedDB && self.caches && navigator.locks && crypto.randomUUID);
  }

  // What has been kept too long is not shown any more, and goes.
  async function tasks() {
    const oldest = Date.now() - KEPT_DAYS * 86400000;
    const found = await queue.within('readonly', function (answers, photos, kept) { return kept.getAll(); });
    const old = found.filter(function (task) { return task.keptAt < oldest; });
    if (old.length > 0) {
      await queue.within('readwrite', function (answers, photos, kept) {
        old.forEach(function (task) { kept.delete(task.key); });
      });
    }
    return found.filter(function (task) { return task.keptAt >= oldest; })
      .sort(function (a, b) { return a.rank - b.rank; });
  }

  // Keeps tasks of a login in their order; in place of all others, or beside those that are kept.
  async function keep(login, found, beside) {
    await queue.within('readwrite', function (answers, photos, kept) {
      const asked = kept.getAll();
      asked.onsuccess = function () {
        asked.result.filter(function (task) { return !beside || task.login !== login; })
          .forEach(function (task) { kept.delete(task.key); });
        found.forEach(function (task, i) {
          kept.put(Object.assign({}, task, { login: login, keptAt: Date.now(), rank: i }));
        });
      };
    });
    const cache = await caches.open(CACHE);
    await cache.addAll(SHELL.map(function (path) { return new Request(path, { credentials: 'omit', cache: 'reload' }); }));
    queue.tell();
  }

  // How many answers of a login are not with the server yet.
  async function unsent(login) {
    return (await queue.all()).filter(function (it) { return it.login === login && !queue.isOver(it); }).length;
  }

  // Leaves nothing of a login, and of others only what they have to send.
  async function clear(login) {
    await queue.within('readwrite', function (answers, photos, kept) {
      kept.clear();
      const asked = answers.getAll();
      asked.onsuccess = function () {
        asked.result.filter(function (it) { return it.login === login || queue.isOver(it); }).forEach(function (it) {
          answers.delete(it.key);
          photos.delete(queue.photoKeys(it.key));
        });
      };
    });
    queue.tell();
  }

  function save(task, fields, files, draft) {
    return queue.save({ login: task.login, task: task, fields: fields }, files, draft);
  }

  function ask(path, how) {
    return queue.ask(path, Object.assign({ credentials: 'same-origin' }, how), PATIENCE_ANSWER);
  }

  // Who is logged in, with the token for what is sent; null when nobody is. Without a network it fails.
  async function who() {
    try {
      const answer = await ask('/desk/queued', {});
      if (!answer.ok || !answer.said.token) {
        throw new Error('Nobody knows who is logged in: ' + answer.status);
      }
      return answer.said;
    } catch (e) {
      if (e.stops) {
        return null;
      }
      throw e;
    }
  }

  function headers(me, type) {
    const all = { 'Content-Type': type };
    all[me.header] = me.token;
    return all;
  }

  // A page can say how far a photograph has come; a service worker cannot.
  function upload(path, photo, sent, progress) {
    if (!('XMLHttpRequest' in self)) {
      return queue.ask(path, { method: 'PUT', body: photo.bytes, credentials: 'same-origin', headers: sent },
        PATIENCE_PHOTO);
    }
    return new Promise(function (resolve, reject) {
      const request = new XMLHttpRequest();
      request.open('PUT', path);
      request.timeout = PATIENCE_PHOTO;
      Object.keys(sent).forEach(function (name) { request.setRequestHeader(name, sent[name]); });
      request.setRequestHeader('Accept', 'application/json');
      request.upload.onprogress = function (event) { progress(Math.floor(100 * event.loaded / event.total)); };
      request.onload = function () {
        resolve([request.status, request.getResponseHeader('Content-Type'), request.getResponseHeader('Retry-After'),
          request.responseText]);
      };
      request.onerror = reject;
      request.ontimeout = reject;
      request.send(photo.bytes);
    }).then(function (answer) { return queue.heard.apply(null, answer); });
  }

  function sendPhotos(answer, me) {
    return queue.sendPhotos(answer, function (number, photo) {
      return upload('/desk/queued/' + answer.key + '/photos/' + number + '?kind=' + photo.kind, photo,
        headers(me, photo.type || 'application/octet-stream'),
        function (percent) { queue.tell({ key: answer.key, percent: percent }); });
    });
  }

  // What is not needed any more does not stay on the phone.
  async function over(answer, state, words) {
    await queue.within('readwrite', function (answers, photos, kept) { kept.delete(answer.task.key); });
    return queue.over(answer.key, state, function (it) {
      it.words = words;
      it.fields = {};
      it.task = { key: it.task.key, caseNumber: it.task.caseNumber, title: it.task.title };
    });
  }

  function conclude(answer, heard) {
    if (heard.ok && heard.said.outcome === 'TAKEN') {
      return over(answer, 'sent', '');
    }
    if (heard.ok) {
      throw new Error('This is no outcome');
    }
    return heard.status === 409 && heard.said.outcome === 'NOTED' ? over(answer, 'noted', heard.said.detail)
      : queue.notTaken(answer.key, heard);
  }

  async function sendAnswer(answer, me) {
    const body = { login: answer.login, task: answer.task.key, caseState: answer.task.caseState,
      round: answer.task.round, answer: answer.fields, photos: answer.photos.length, savedAt: answer.savedAt };
    if (await sendPhotos(answer, me) && await queue.change(answer.key, function (it) { it.asked = true; })) {
      await conclude(answer, await ask('/desk/queued/' + answer.key,
        { method: 'POST', body: JSON.stringify(body), headers: headers(me, 'application/json') }));
    }
  }

  // In whose name it was sent: null when nobody is logged in, undefined when that is not known.
  async function sendDue() {
    if (!(await queue.all()).some(queue.isDue)) {
      return undefined;
    }
    try {
      const me = await who();
      if (me) {
        await queue.sendDue(function (answer) { return sendAnswer(answer, me); },
          function (answer) { return answer.login === me.login; });
      }
      return me ? me.login : null;
    } catch (e) {
      return e.stops ? null : undefined;
    }
  }

  // Sends what waits: how many are left, and in whose name it was sent, as `sendDue` says.
  async function sendAll() {
    const login = await queue.inTurn(sendDue);
    const left = (await queue.all()).filter(queue.isWaiting);
    return { login: login, left: left.length,
      mine: left.filter(function (it) { return it.login === login; }).length };
  }

  return { NAME: NAME, CACHE: CACHE, SHELL: SHELL, usable: usable, tasks: tasks, keep: keep, answers: queue.all,
    unsent: unsent, clear: clear, save: save, remove: queue.remove, draft: queue.draft, again: queue.again, who: who,
    sendAll: sendAll };
})();
