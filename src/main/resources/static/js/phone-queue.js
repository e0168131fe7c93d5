// A queue on this phone, in IndexedDB, of what waits for a network, with its photographs. Pages and the service worker
// send what is in it, never at the same time; whatever is cut off in the middle is simply sent again, which the server
// takes as the same. `items` names its store, `beside` other stores of the same database, whose keys are in `key`.
function phoneQueue(name, items, beside) {
  'use strict';

  const PAUSE_SECONDS = 30;
  const keyed = [items].concat(beside);
  const stores = [items, 'photos'].concat(beside);
  const news = 'BroadcastChannel' in self ? new BroadcastChannel(name) : null;
  let waits = false;

  function open() {
    return new Promise(function (resolve, reject) {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = function () {
        keyed.forEach(function (store) { asked.result.createObjectStore(store, { keyPath: 'key' }); });
        asked.result.createObjectStore('photos');
      };
      asked.onsuccess = function () { resolve(asked.result); };
      asked.onerror = function () { reject(asked.error); };
    });
  }

  // One transaction over all stores, on disk when it ends; the answer is that of the last request.
  async function within(mode, work) {
    const database = await open();
    try {
      return await new Promise(function (resolve, reject) {
        const transaction = database.transaction(stores, mode, { durability: 'strict' });
        const asked = work.apply(null, stores.map(function (store) { return transaction.objectStore(store); }));
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

  async function all() {
    const found = await within('readonly', function (kept) { return kept.getAll(); });
    return found.sort(function (a, b) { return a.savedAt < b.savedAt ? -1 : 1; });
  }

  // Changes an item as it stands now; nothing when it is gone, or when `how` does not want it.
  async function change(key, how) {
    let changed = null;
    await within('readwrite', function (kept) {
      const asked = kept.get(key);
      asked.onsuccess = function () {
        if (asked.result && how(asked.result) !== false) {
          changed = asked.result;
          kept.put(changed);
        }
      };
    });
    tell();
    return changed;
  }

  // Saves an item with its photographs, [{name, type, kind, bytes}], in place of a draft where there is one. Without new
  // photographs those of the draft stay. It gets a key of its own: the server has made nothing of the draft.
  async function save(fresh, files, draftKey) {
    const photos = files.length === 0 && draftKey ? await photosOf(draftKey) : files;
    const item = Object.assign({ key: crypto.randomUUID(), savedAt: new Date().toISOString(), state: 'waiting',
      asked: false, problems: [], notBefore: 0,
      photos: photos.map(function (photo) { return { name: photo.name, kind: photo.kind, sent: false }; }) }, fresh);
    await within('readwrite', function (kept, pictures) {
      photos.forEach(function (photo, i) { pictures.put(photo, item.key + '#' + (i + 1)); });
      kept.put(item);
      if (draftKey) {
        replace(draftKey, kept, pictures);
      }
    });
    tell();
    return item.key;
  }

  // What was sent meanwhile, from another window, is not replaced: it would count twice.
  function replace(key, kept, pictures) {
    const asked = kept.get(key);
    asked.onsuccess = function () {
      if (asked.result && asked.result.state === 'draft') {
        kept.delete(key);
        pictures.delete(photoKeys(key));
      } else {
        kept.transaction.abort();
      }
    };
  }

  function photosOf(key) {
    return within('readonly', function (kept, pictures) { return pictures.getAll(photoKeys(key)); });
  }

  async function remove(key) {
    await within('readwrite', function (kept, pictures) {
      pictures.delete(photoKeys(key));
      kept.delete(key);
    });
    tell();
  }

  function isOver(item) {
    return item.state === 'sent' || item.state === 'noted';
  }

  // Takes an item out of the queue to be changed; not when the server may have taken it already.
  function draft(key) {
    return change(key, function (item) {
      if (item.asked || item.state === 'sending' || isOver(item)) {
        return false;
      }
      item.state = 'draft';
    });
  }

  // Puts an item into the queue again, whatever was said about it.
  function again(key) {
    return change(key, function (item) {
      if (isOver(item)) {
        return false;
      }
      item.state = 'waiting';
      item.notBefore = 0;
    });
  }

  // Pages of a portal between the phone and the network answer too; only what speaks JSON is the server. An error that
  // `stops` says that nothing else can be sent either, because the log-in is over or another one.
  function heard(status, type, wait, text) {
    if (status === 401 || status === 403) {
      throw Object.assign(new Error('Not under this log-in: ' + status), { stops: true });
    }
    if (!/json/.test(type || '')) {
      throw new Error('This is not the server: ' + status);
    }
    return { ok: status >= 200 && status < 300, status: status, wait: Number(wait) || PAUSE_SECONDS,
      said: JSON.parse(text) };
  }

  // Asks the server and reads its answer; `patience` is in milliseconds.
  async function request(path, how, patience, read) {
    const stop = new AbortController();
    const timer = setTimeout(function () { stop.abort(); }, patience);
    try {
      return await read(await fetch(path, Object.assign({ redirect: 'error', cache: 'no-store', signal: stop.signal },
        how, { headers: Object.assign({ Accept: 'application/json' }, how.headers) })));
    } finally {
      clearTimeout(timer);
    }
  }

  function ask(path, how, patience) {
    return request(path, how, patience, async function (answer) {
      return Object.assign(heard(answer.status, answer.headers.get('Content-Type'), answer.headers.get('Retry-After'),
        await answer.text()), { headers: answer.headers });
    });
  }

  function later(key, seconds) {
    return change(key, function (item) {
      if (item.state !== 'sending') {
        return false;
      }
      item.state = 'waiting';
      item.notBefore = seconds === 0 ? 0 : Date.now() + seconds * 1000;
    });
  }

  // Photographs are sent in their order, so those after a missing one come again too.
  function missing(key, errors) {
    const numbers = errors.map(function (error) { return Number(error.field.replace('photo-', '')); });
    return change(key, function (item) {
      item.state = 'waiting';
      item.asked = false;
      item.photos.forEach(function (photo, i) {
        photo.sent = photo.sent && i + 1 < Math.min.apply(null, numbers);
        photo.percent = photo.sent ? 100 : 0;
      });
    });
  }

  function refused(key, said) {
    return change(key, function (item) {
      item.state = 'wrong';
      item.asked = false;
      item.problems = said.errors || [{ field: '', reason: said.detail || '没有收下，请核对后再发' }];
    });
  }

  // What follows from an answer that took nothing.
  function notTaken(key, answer) {
    if (answer.status === 429 || answer.status >= 500) {
      return later(key, answer.wait);
    }
    return answer.status === 409 && answer.said.errors ? missing(key, answer.said.errors) : refused(key, answer.said);
  }

  // What was taken: neither its photographs nor what `how` takes out of it stay on the phone.
  async function over(key, state, how) {
    await within('readwrite', function (kept, pictures) { pictures.delete(photoKeys(key)); });
    return change(key, function (item) {
      item.state = state;
      item.asked = false;
      item.problems = [];
      how(item);
    });
  }

  // Sends the photographs that the server does not have; whether all are there. `upload(number, photo)` answers
  // nothing when there is no reason to go on.
  async function sendPhotos(item, upload) {
    const pictures = await photosOf(item.key);
    for (let i = 0; i < item.photos.length; i++) {
      if (!item.photos[i].sent) {
        const answer = await upload(i + 1, pictures[i]);
        if (!answer || !answer.ok) {
          await (answer && notTaken(item.key, answer));
          return false;
        }
        if (!await change(item.key, function (it) { it.photos[i].sent = true; })) {
          return false;
        }
      }
    }
    return true;
  }

  // Who sends holds the lock, so an item that is still being sent was cut off.
  function isWaiting(item) {
    return item.state === 'waiting' || item.state === 'sending';
  }

  function isDue(item) {
    return isWaiting(item) && item.notBefore <= Date.now();
  }

  async function send(key, work) {
    const item = await change(key, function (it) {
      if (!isDue(it)) {
        return false;
      }
      it.state = 'sending';
      it.problems = [];
    });
    try {
      await (item && work(item));
    } catch (e) {
      await later(key, 0);
      if (e.stops) {
        throw e;
      }
    }
  }

  // Has `work` send each item that is due, once; what is saved meanwhile comes along.
  async function sendDue(work, wanted) {
    const tried = new Set();
    let next;
    do {
      next = (await all()).find(function (it) { return isDue(it) && wanted(it) && !tried.has(it.key); });
      if (next) {
        tried.add(next.key);
        await send(next.key, work);
      }
    } while (next);
  }

  // Only one sends at a time. Whoever finds somebody else sending waits for them, because what they tried may have
  // failed before the network was back; one who waits is enough.
  async function inTurn(work) {
    if (waits) {
      return undefined;
    }
    waits = true;
    return navigator.locks.request(name, function () {
      waits = false;
      return work();
    });
  }

  return { within: within, tell: tell, photoKeys: photoKeys, all: all, save: save, change: change, remove: remove,
    draft: draft, again: again, isOver: isOver, isWaiting: isWaiting, isDue: isDue, heard: heard, request: request,
    ask: ask, notTaken: notTaken, over: over, sendPhotos: sendPhotos, sendDue: sendDue, inTurn: inTurn };
}
