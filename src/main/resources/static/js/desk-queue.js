// Tasks that somebody has taken along on this phone, and their answers that wait for a network, in IndexedDB. Pages and
// the service worker send them, never at the same time and never under another name; whatever is cut off in the middle
// is simply sent again, which the server takes as the same.
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
  const PAUSE_SECONDS = 30;
  const STORES = ['tasks', 'answers', 'photos'];
  const news = 'BroadcastChannel' in self ? new BroadcastChannel(NAME) : null;
  let waits = false;

  // The log-in is over, or is another one by now.
  function LoggedOut() {}

  function usable() {
    return Boolean(self.isSecureContext && self.indexedDB && self.caches && navigator.locks && crypto.randomUUID);
  }

  function open() {
    return new Promise(function (resolve, reject) {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = function () {
        asked.result.createObjectStore('tasks', { keyPath: 'key' });
        asked.result.createObjectStore('answers', { keyPath: 'key' });
        asked.result.createObjectStore('photos');
      };
      asked.onsuccess = function () { resolve(asked.result); };
      asked.onerror = function () { reject(asked.error); };
    });
  }

  // One transaction over everything, on disk when it ends; the answer is that of the last request.
  async function within(mode, work) {
    const database = await open();
    try {
      return await new Promise(function (resolve, reject) {
        const transaction = database.transaction(STORES, mode, { durability: 'strict' });
        const stores = STORES.map(function (name) { return transaction.objectStore(name); });
        const asked = work.apply(null, stores);
        transaction.oncomplete = function () { resolve(asked ? asked.result : undefined); };
        transaction.onabort = function () { reject(transaction.error); };
      });
    } finally {
      database.close();
    }
  }

  // That something has changed, or how far the photograph has come that is being sent.
  function tell(how) {
    if (news) {
      news.postMessage(how || {});
    }
  }

  function photoKeys(key) {
    return IDBKeyRange.bound(key + '#', key + '#9');
  }

  // What has been kept too long is not shown any more, and goes.
  async function tasks() {
    const oldest = Date.now() - KEPT_DAYS * 86400000;
    const found = await within('readonly', function (kept) { return kept.getAll(); });
    const old = found.filter(function (task) { return task.keptAt < oldest; });
    if (old.length > 0) {
      await within('readwrite', function (kept) { old.forEach(function (task) { kept.delete(task.key); }); });
    }
    return found.filter(function (task) { return task.keptAt >= oldest; })
      .sort(function (a, b) { return a.rank - b.rank; });
  }

  // Keeps tasks of a login in their order; in place of all others, or beside those that are kept.
  async function keep(login, found, beside) {
    await within('readwrite', function (kept) {
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
    tell();
  }

  async function answers() {
    const found = await within('readonly', function (kept, all) { return all.getAll(); });
    return found.sort(function (a, b) { return a.savedAt < b.savedAt ? -1 : 1; });
  }

  function isOver(answer) {
    return answer.state === 'sent' || answer.state === 'noted';
  }

  // How many answers of a login are not with the server yet.
  async function unsent(login) {
    return (await answers()).filter(function (it) { return it.login === login && !isOver(it); }).length;
  }

  // Leaves nothing of a login, and of others only what they have to send.
  async function clear(login) {
    await within('readwrite', function (kept, all, pictures) {
      kept.clear();
      const asked = all.getAll();
      asked.onsuccess = function () {
        asked.result.filter(function (it) { return it.login === login || isOver(it); }).forEach(function (it) {
          all.delete(it.key);
          pictures.delete(photoKeys(it.key));
        });
      };
    });
    tell();
  }

  // Changes an answer as it stands now; nothing when it is gone, or when `how` does not want it.
  async function change(key, how) {
    let changed = null;
    await within('readwrite', function (kept, all) {
      const asked = all.get(key);
      asked.onsuccess = function () {
        if (asked.result && how(asked.result) !== false) {
          changed = asked.result;
          all.put(changed);
        }
      };
    });
    tell();
    return changed;
  }

  // Saves the answer of a task with its photographs, [{name, type, kind, bytes}], in place of a draft where there is
  // one. Without new photographs those of the draft stay. It gets a key of its own: the server has nothing of the draft.
  async function save(task, fields, files, draft) {
    const photos = files.length === 0 && draft ? await photosOf(draft) : files;
    const answer = { key: crypto.randomUUID(), savedAt: new Date().toISOString(), login: task.login, task: task,
      fields: fields, state: 'waiting', asked: false, problems: [], notBefore: 0,
      photos: photos.map(function (photo) { return { name: photo.name, kind: photo.kind, sent: false }; }) };
    await within('readwrite', function (kept, all, pictures) {
      photos.forEach(function (photo, i) { pictures.put(photo, answer.key + '#' + (i + 1)); });
      all.put(answer);
      if (draft) {
        replace(draft, all, pictures);
      }
    });
    tell();
    return answer.key;
  }

  // What was sent meanwhile, from another window, is not replaced.
  function replace(draft, all, pictures) {
    const asked = all.get(draft);
    asked.onsuccess = function () {
      if (asked.result && asked.result.state === 'draft') {
        all.delete(draft);
        pictures.delete(photoKeys(draft));
      } else {
        all.transaction.abort();
      }
    };
  }

  function photosOf(key) {
    return within('readonly', function (kept, all, pictures) { return pictures.getAll(photoKeys(key)); });
  }

  async function remove(key) {
    await within('readwrite', function (kept, all, pictures) {
      pictures.delete(photoKeys(key));
      all.delete(key);
    });
    tell();
  }

  // Takes an answer out of the queue to be changed; not when it may have been taken already.
  function draft(key) {
    return change(key, function (answer) {
      if (answer.asked || (answer.state !== 'waiting' && answer.state !== 'wrong')) {
        return false;
      }
      answer.state = 'draft';
    });
  }

  // Puts an answer into the queue again, whatever was said about it.
  function again(key) {
    return change(key, function (answer) {
      if (isOver(answer)) {
        return false;
      }
      answer.state = 'waiting';
      answer.notBefore = 0;
    });
  }

  // Pages of a portal between the phone and the network answer too; only what speaks JSON is the server.
  function heard(status, type, wait, text) {
    if (status === 401 || status === 403) {
      throw new LoggedOut();
    }
    if (!/json/.test(type || '')) {
      throw new Error('This is not the server: ' + status);
    }
    return { ok: status >= 200 && status < 300, status: status, wait: Number(wait) || PAUSE_SECONDS,
      said: JSON.parse(text) };
  }

  async function ask(method, path, body, headers, patience) {
    const stop = new AbortController();
    const timer = setTimeout(function () { stop.abort(); }, patience);
    try {
      const answer = await fetch(path, { method: method, body: body, credentials: 'same-origin', cache: 'no-store',
        signal: stop.signal, headers: Object.assign({ Accept: 'application/json' }, headers) });
      return heard(answer.status, answer.headers.get('Content-Type'), answer.headers.get('Retry-After'),
        await answer.text());
    } finally {
      clearTimeout(timer);
    }
  }

  // Who is logged in, with the token for what is sent; null when nobody is. Without a network it fails.
  async function who() {
    try {
      const answer = await ask('GET', '/desk/queued', undefined, {}, PATIENCE_ANSWER);
      if (!answer.ok || !answer.said.token) {
        throw new Error('Nobody knows who is logged in: ' + answer.status);
      }
      return answer.said;
    } catch (e) {
      if (e instanceof LoggedOut) {
        return null;
      }
      throw e;
    }
  }

  // A page can say how far a photograph has come; a service worker cannot.
  function upload(path, photo, headers, progress) {
    if (!('XMLHttpRequest' in self)) {
      return ask('PUT', path, photo.bytes, headers, PATIENCE_PHOTO);
    }
    return new Promise(function (resolve, reject) {
      const request = new XMLHttpRequest();
      request.open('PUT', path);
      request.timeout = PATIENCE_PHOTO;
      Object.keys(headers).forEach(function (name) { request.setRequestHeader(name, headers[name]); });
      request.setRequestHeader('Accept', 'application/json');
      request.upload.onprogress = function (event) { progress(Math.floor(100 * event.loaded / event.total)); };
      request.onload = function () {
        resolve([request.status, request.getResponseHeader('Content-Type'), request.getResponseHeader('Retry-After'),
          request.responseText]);
      };
      request.onerror = reject;
      request.ontimeout = reject;
      request.send(photo.bytes);
    }).then(function (answer) { return heard.apply(null, answer); });
  }

  function headers(me, type) {
    const all = { 'Content-Type': type };
    all[me.header] = me.token;
    return all;
  }

  function later(key, seconds) {
    return change(key, function (answer) {
      if (answer.state !== 'sending') {
        return false;
      }
      answer.state = 'waiting';
      answer.notBefore = seconds === 0 ? 0 : Date.now() + seconds * 1000;
    });
  }

  function missing(key, errors) {
    const numbers = errors.map(function (error) { return Number(error.field.replace('photo-', '')); });
    return change(key, function (answer) {
      answer.state = 'waiting';
      answer.asked = false;
      answer.photos.forEach(function (photo, i) { photo.sent = photo.sent && !numbers.includes(i + 1); });
    });
  }

  function refused(key, said) {
    return change(key, function (answer) {
      answer.state = 'wrong';
      answer.asked = false;
      answer.problems = said.errors || [{ field: '', reason: said.detail || '没有收下，请核对后再发' }];
    });
  }

  // What is not needed any more does not stay on the phone.
  async function done(answer, state, words) {
    await within('readwrite', function (kept, all, pictures) {
      pictures.delete(photoKeys(answer.key));
      kept.delete(answer.task.key);
    });
    return change(answer.key, function (it) {
      it.state = state;
      it.asked = false;
      it.problems = [];
      it.words = words;
      it.fields = {};
      it.task = { key: it.task.key, caseNumber: it.task.caseNumber, title: it.task.title };
    });
  }

  function conclude(answer, heardOf) {
    const said = heardOf.said;
    if (heardOf.ok && said.outcome === 'TAKEN') {
      return done(answer, 'sent', '');
    }
    if (heardOf.ok) {
      throw new Error('This is no outcome');
    }
    if (heardOf.status === 409 && said.outcome === 'NOTED') {
      return done(answer, 'noted', said.detail);
    }
    if (heardOf.status === 429 || heardOf.status >= 500) {
      return later(answer.key, heardOf.wait);
    }
    return heardOf.status === 409 && said.errors ? missing(answer.key, said.errors) : refused(answer.key, said);
  }

  async function sendPhotos(answer, me) {
    const pictures = await photosOf(answer.key);
    for (let i = 0; i < answer.photos.length; i++) {
      if (!answer.photos[i].sent) {
        const heardOf = await upload('/desk/queued/' + answer.key + '/photos/' + (i + 1) + '?kind=' + pictures[i].kind,
          pictures[i], headers(me, pictures[i].type || 'application/octet-stream'),
          function (percent) { tell({ key: answer.key, percent: percent }); });
        if (!heardOf.ok) {
          await conclude(answer, heardOf);
          return false;
        }
        if (!await change(answer.key, function (it) { it.photos[i].sent = true; })) {
          return false;
        }
      }
    }
    return true;
  }

  async function sendAnswer(answer, me) {
    const body = { login: answer.login, task: answer.task.key, caseState: answer.task.caseState,
      round: answer.task.round, answer: answer.fields, photos: answer.photos.length, savedAt: answer.savedAt };
    if (await change(answer.key, function (it) { it.asked = true; })) {
      await conclude(answer, await ask('POST', '/desk/queued/' + answer.key, JSON.stringify(body),
        headers(me, 'application/json'), PATIENCE_ANSWER));
    }
  }

  async function send(key, me) {
    const answer = await change(key, function (it) {
      if (!isDue(it)) {
        return false;
      }
      it.state = 'sending';
      it.problems = [];
    });
    try {
      if (answer && await sendPhotos(answer, me)) {
        await sendAnswer(answer, me);
      }
    } catch (e) {
      await later(key, 0);
      if (e instanceof LoggedOut) {
        throw e;
      }
    }
  }

  // Who sends holds the lock, so an answer that is still being sent was cut off.
  function isDue(answer) {
    return (answer.state === 'waiting' || answer.state === 'sending') && answer.notBefore <= Date.now();
  }

  async function firstDue(tried, login) {
    return (await answers()).find(function (it) { return isDue(it) && it.login === login && !tried.has(it.key); });
  }

  async function sendAs(me) {
    const tried = new Set();
    let next = await firstDue(tried, me.login);
    while (next) {
      tried.add(next.key);
      await send(next.key, me);
      next = await firstDue(tried, me.login);
    }
  }

  async function sendDue() {
    if (!(await answers()).some(isDue)) {
      return {};
    }
    try {
      const me = await who();
      if (me) {
        await sendAs(me);
      }
      return { login: me ? me.login : null };
    } catch (e) {
      return e instanceof LoggedOut ? { login: null } : {};
    }
  }

  // Only one sends at a time. Whoever finds somebody else sending waits for them, because what they tried may have
  // failed before the network was back; one who waits is enough.
  function inTurn(work) {
    if (waits) {
      return {};
    }
    waits = true;
    return navigator.locks.request(NAME, function () {
      waits = false;
      return work();
    });
  }

  // Sends what waits: how many are left, and in whose name it was sent; `login` is
  // null when nobody is logged in, and undefined when that is not known.
  async function sendAll() {
    const how = await inTurn(sendDue);
    const left = (await answers()).filter(function (it) { return it.state === 'waiting' || it.state === 'sending'; });
    return { login: how.login, left: left.length,
      mine: left.filter(function (it) { return it.login === how.login; }).length };
  }

  return { NAME: NAME, CACHE: CACHE, SHELL: SHELL, usable: usable, tasks: tasks, keep: keep, answers: answers,
    unsent: unsent, clear: clear, save: save, remove: remove, draft: draft, again: again, who: who, sendAll: sendAll };
})();
