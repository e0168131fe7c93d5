// Reports that wait on this phone for a network, in IndexedDB. The page and the service worker both send them, never at
// the same time; whatever is cut off in the middle is simply sent again, which the server takes as the same.
var reportQueue = (function () {
  'use strict';

  const NAME = 'gridloop-reports';
  const PATIENCE_REPORT = 30000;
  const PATIENCE_PART = 120000;
  const PART = 262144;
  const PAUSE_SECONDS = 30;
  const SHOWN_OF_TEXT = 40;
  const news = 'BroadcastChannel' in self ? new BroadcastChannel(NAME) : null;
  let waits = false;

  function open() {
    return new Promise(function (resolve, reject) {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = function () {
        asked.result.createObjectStore('reports', { keyPath: 'key' });
        asked.result.createObjectStore('photos');
      };
      asked.onsuccess = function () { resolve(asked.result); };
      asked.onerror = function () { reject(asked.error); };
    });
  }

  // One transaction over reports and photographs, on disk when it ends; the answer is that of the last request.
  async function within(mode, work) {
    const database = await open();
    try {
      return await new Promise(function (resolve, reject) {
        const transaction = database.transaction(['reports', 'photos'], mode, { durability: 'strict' });
        const asked = work(transaction.objectStore('reports'), transaction.objectStore('photos'));
        transaction.oncomplete = function () { resolve(asked ? asked.result : undefined); };
        transaction.onabort = function () { reject(transaction.error); };
      });
    } finally {
      database.close();
    }
  }

  // That something has changed.
  function tell() {
    if (news) {
      news.postMessage({});
    }
  }

  function photoKeys(key) {
    return IDBKeyRange.bound(key + '#', key + '#9');
  }

  async function all() {
    const found = await within('readonly', function (reports) { return reports.getAll(); });
    return found.sort(function (a, b) { return a.savedAt < b.savedAt ? -1 : 1; });
  }

  // Changes a report as it stands now; nothing when it is gone, or when `how` does not want it.
  async function change(key, how) {
    let changed = null;
    await within('readwrite', function (reports) {
      const asked = reports.get(key);
      asked.onsuccess = function () {
        if (asked.result && how(asked.result) !== false) {
          changed = asked.result;
          reports.put(changed);
        }
      };
    });
    tell();
    return changed;
  }

  // Saves a report with its photographs, [{name, type, bytes}], in place of a draft where there is one. Without new
  // photographs those of the draft stay. It gets a key of its own: what the server has of the draft is no case.
  async function save(fields, files, draft) {
    const photos = files.length === 0 && draft ? await photosOf(draft) : files;
    const report = { key: crypto.randomUUID(), savedAt: new Date().toISOString(), fields: fields, state: 'waiting',
      asked: false, problems: [], notBefore: 0,
      photos: photos.map(function (photo) { return { name: photo.name, sent: false }; }) };
    await within('readwrite', function (reports, pictures) {
      photos.forEach(function (photo, i) { pictures.put(photo, report.key + '#' + (i + 1)); });
      reports.put(report);
      if (draft) {
        replace(draft, reports, pictures);
      }
    });
    tell();
    return report.key;
  }

  // What was sent meanwhile, from another window, is not replaced: it would be reported twice.
  function replace(draft, reports, pictures) {
    const asked = reports.get(draft);
    asked.onsuccess = function () {
      if (asked.result && asked.result.state === 'draft') {
        reports.delete(draft);
        pictures.delete(photoKeys(draft));
      } else {
        reports.transaction.abort();
      }
    };
  }

  function photosOf(key) {
    return within('readonly', function (reports, pictures) { return pictures.getAll(photoKeys(key)); });
  }

  async function remove(key) {
    await within('readwrite', function (reports, pictures) {
      pictures.delete(photoKeys(key));
      return reports.delete(key);
    });
    tell();
  }

  // Takes a report out of the queue to be changed; not when a case may have been made of it already.
  function draft(key) {
    return change(key, function (report) {
      if (report.asked || report.state === 'sending' || report.state === 'sent') {
        return false;
      }
      report.state = 'draft';
    });
  }

  // Puts a report into the queue again, whatever was said about it.
  function again(key) {
    return change(key, function (report) {
      if (report.state === 'sent') {
        return false;
      }
      report.state = 'waiting';
      report.notBefore = 0;
    });
  }

  // Pages of a portal between the phone and the network answer too; only what speaks JSON is the server.
  function heard(status, type, wait, text) {
    if (!/json/.test(type || '')) {
      throw new Error('This is not the server: ' + status);
    }
    return { ok: status >= 200 && status < 300, status: status, wait: Number(wait) || PAUSE_SECONDS,
      said: JSON.parse(text) };
  }

  async function request(method, path, body, headers, patience, read) {
    const stop = new AbortController();
    const timer = setTimeout(function () { stop.abort(); }, patience);
    try {
      return await read(await fetch(path, { method: method, body: body, credentials: 'omit', redirect: 'error',
        cache: 'no-store', signal: stop.signal, headers: Object.assign({ Accept: 'application/json' }, headers) }));
    } finally {
      clearTimeout(timer);
    }
  }

  function ask(method, path, body, headers, patience) {
    return request(method, path, body, headers, patience, async function (answer) {
      const said = heard(answer.status, answer.headers.get('Content-Type'), answer.headers.get('Retry-After'),
        await answer.text());
      said.offset = offsetOf(answer);
      return said;
    });
  }

  function offsetOf(answer) {
    const offset = answer.headers.get('Upload-Offset');
    return offset === null ? null : Number(offset);
  }

  async function digestOf(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
  }

  // How many bytes the server has of a photograph; where it does not say, the first part will be told.
  function received(address) {
    return request('HEAD', address, undefined, {}, PATIENCE_REPORT, function (answer) {
      return answer.ok && offsetOf(answer) || 0;
    });
  }

  function sendPart(address, bytes, at) {
    const end = Math.min(at + PART, bytes.byteLength);
    return ask('PATCH', address, bytes.slice(at, end), { 'Content-Type': 'application/partial-upload',
      'Upload-Offset': String(at), 'Upload-Length': String(bytes.byteLength),
      'Upload-Complete': end === bytes.byteLength ? '?1' : '?0' }, PATIENCE_PART);
  }

  // Sends what the server does not have of a photograph; the answer is that to the last part. `progress` is told the
  // percentage, and says whether to go on.
  async function uploadParts(path, photo, progress) {
    const bytes = photo.bytes;
    const address = path + '/' + await digestOf(bytes);
    let at = await received(address);
    while (await progress(Math.floor(100 * at / bytes.byteLength))) {
      const answer = await sendPart(address, bytes, at);
      if (answer.status === 409 && answer.offset !== null && answer.offset !== at) {
        at = answer.offset;
      } else if (!answer.ok || answer.said.complete) {
        return answer;
      } else {
        at = answer.offset;
      }
    }
    return null;
  }

  function upload(path, photo, progress) {
    return photo.bytes.byteLength > PART ? uploadParts(path, photo, progress) : ask('PUT', path, photo.bytes,
      { 'Content-Type': photo.type || 'application/octet-stream' }, PATIENCE_PART);
  }

  function later(key, seconds) {
    return change(key, function (report) {
      if (report.state !== 'sending') {
        return false;
      }
      report.state = 'waiting';
      report.notBefore = seconds === 0 ? 0 : Date.now() + seconds * 1000;
    });
  }

  function missing(key, errors) {
    const numbers = errors.map(function (error) { return Number(error.field.replace('photo-', '')); });
    return change(key, function (report) {
      report.state = 'waiting';
      report.asked = false;
      report.photos.forEach(function (photo, i) {
        photo.sent = photo.sent && i + 1 < Math.min.apply(null, numbers);
        photo.percent = photo.sent ? 100 : 0;
      });
    });
  }

  function refused(key, said) {
    return change(key, function (report) {
      report.state = 'wrong';
      report.asked = false;
      report.problems = said.errors || [{ field: '', reason: said.detail || '没有收下，请核对后再发' }];
    });
  }

  // What is not needed any more, and who reported above all, does not stay on the phone.
  async function sent(key, receipt) {
    await within('readwrite', function (reports, pictures) { pictures.delete(photoKeys(key)); });
    return change(key, function (report) {
      report.state = 'sent';
      report.asked = false;
      report.problems = [];
      report.caseNumber = receipt.caseNumber;
      report.receiptCode = receipt.receiptCode;
      report.fields = { text: report.fields.text.slice(0, SHOWN_OF_TEXT) };
    });
  }

  function conclude(key, answer) {
    if (answer.ok && answer.said.receiptCode) {
      return sent(key, answer.said);
    }
    if (answer.ok) {
      throw new Error('This is not a receipt');
    }
    if (answer.status === 429 || answer.status >= 500) {
      return later(key, answer.wait);
    }
    return answer.status === 409 && answer.said.errors ? missing(key, answer.said.errors) : refused(key, answer.said);
  }

  async function sendPhotos(report) {
    const pictures = await photosOf(report.key);
    for (let i = 0; i < report.photos.length; i++) {
      if (!report.photos[i].sent) {
        const answer = await upload('/report/queued/' + report.key + '/photos/' + (i + 1), pictures[i],
          function (percent) { return change(report.key, function (it) { it.photos[i].percent = percent; }); });
        if (!answer || !answer.ok) {
          await (answer && conclude(report.key, answer));
          return false;
        }
        if (!await change(report.key, function (it) { it.photos[i].sent = true; })) {
          return false;
        }
      }
    }
    return true;
  }

  async function sendReport(report) {
    const body = Object.assign({}, report.fields, { photos: report.photos.length, savedAt: report.savedAt });
    if (await change(report.key, function (it) { it.asked = true; })) {
      await conclude(report.key, await ask('POST', '/report/queued/' + report.key, JSON.stringify(body),
        { 'Content-Type': 'application/json' }, PATIENCE_REPORT));
    }
  }

  async function send(key) {
    const report = await change(key, function (it) {
      if (!isDue(it)) {
        return false;
      }
      it.state = 'sending';
      it.problems = [];
    });
    try {
      if (report && await sendPhotos(report)) {
        await sendReport(report);
      }
    } catch (e) {
      await later(key, 0);
    }
  }

  // Who sends holds the lock, so a report that is still being sent was cut off.
  function isDue(report) {
    return (report.state === 'waiting' || report.state === 'sending') && report.notBefore <= Date.now();
  }

  async function firstDue(tried) {
    return (await all()).find(function (report) { return isDue(report) && !tried.has(report.key); });
  }

  // What is saved meanwhile comes along.
  async function sendDue() {
    const tried = new Set();
    let next = await firstDue(tried);
    while (next) {
      tried.add(next.key);
      await send(next.key);
      next = await firstDue(tried);
    }
  }

  // Only one sends at a time. Whoever finds somebody else sending waits for them, because what they tried may have
  // failed before the network was back; one who waits is enough.
  async function inTurn(work) {
    if (!waits) {
      waits = true;
      await navigator.locks.request(NAME, function () {
        waits = false;
        return work();
      });
    }
  }

  // Sends what waits, and answers how many are left.
  async function sendAll() {
    await inTurn(sendDue);
    return (await all()).filter(function (it) { return it.state === 'waiting' || it.state === 'sending'; }).length;
  }

  return { NAME: NAME, all: all, save: save, remove: remove, draft: draft, again: again, sendAll: sendAll };
})();
