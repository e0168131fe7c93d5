// Reports that wait on this phone for a network. Large photographs go on where they broke off.
var reportQueue = (function () {
  'use strict';

  const NAME = 'gridloop-reports';
  const PATIENCE_REPORT = 30000;
  const PATIENCE_PART = 120000;
  const PART = 262144;
  const SHOWN_OF_TEXT = 40;
  const queue = phoneQueue(NAME, 'reports', []);

  function save(fields, files, draft) {
    return queue.save({ fields: fields }, files, draft);
  }

  function post(method, path, type, body, patience, headers) {
    return queue.ask(path, { method: method, body: body, credentials: 'omit',
      headers: Object.assign({ 'Content-Type': type }, headers) }, patience);
  }

  function offsetOf(headers) {
    const offset = headers.get('Upload-Offset');
    return offset === null ? null : Number(offset);
  }

  async function digestOf(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
  }

  // How many bytes the server has of a photograph; where it does not say, the first part will be told.
  function received(address) {
    return queue.request(address, { method: 'HEAD', credentials: 'omit' }, PATIENCE_REPORT, function (answer) {
      return answer.ok && offsetOf(answer.headers) || 0;
    });
  }

  function sendPart(address, bytes, at) {
    const end = Math.min(at + PART, bytes.byteLength);
    return post('PATCH', address, 'application/partial-upload', bytes.slice(at, end), PATIENCE_PART,
      { 'Upload-Offset': String(at), 'Upload-Length': String(bytes.byteLength),
        'Upload-Complete': end === bytes.byteLength ? '?1' : '?0' });
  }

  // Sends what the server does not have of a photograph; the answer is that to the last part. `progress` is told the
  // percentage, and says whether to go on.
  async function sendParts(path, bytes, progress) {
    const address = path + '/' + await digestOf(bytes);
    let at = await received(address);
    while (await progress(Math.floor(100 * at / bytes.byteLength))) {
      const answer = await sendPart(address, bytes, at);
      const offset = offsetOf(answer.headers);
      if (answer.status === 409 && offset !== null && offset !== at) {
        at = offset;
      } else if (!answer.ok || answer.said.complete) {
        return answer;
      } else {
        at = offset;
      }
    }
    return null;
  }

  function sendPhotos(report) {
    return queue.sendPhotos(report, function (number, photo) {
      const path = '/report/queued/' + report.key + '/photos/' + number;
      return photo.bytes.byteLength > PART
        ? sendParts(path, photo.bytes, function (percent) {
          return queue.change(report.key, function (it) { it.photos[number - 1].percent = percent; });
        })
        : post('PUT', path, photo.type || 'application/octet-stream', photo.bytes, PATIENCE_PART);
    });
  }

  // Who reported, above all, does not stay on the phone.
  function sent(key, receipt) {
    return queue.over(key, 'sent', function (report) {
      report.caseNumber = receipt.caseNumber;
      report.receiptCode = receipt.receiptCode;
      report.fields = { text: report.fields.text.slice(0, SHOWN_OF_TEXT) };
    });
  }

  function conclude(key, answer) {
    if (!answer.ok) {
      return queue.notTaken(key, answer);
    }
    if (!answer.said.receiptCode) {
      throw new Error('This is not a receipt');
    }
    return sent(key, answer.said);
  }

  async function sendReport(report) {
    const body = Object.assign({}, report.fields, { photos: report.photos.length, savedAt: report.savedAt });
    if (await sendPhotos(report) && await queue.change(report.key, function (it) { it.asked = true; })) {
      await conclude(report.key, await post('POST', '/report/queued/' + report.key, 'application/json',
        JSON.stringify(body), PATIENCE_REPORT));
    }
  }

  // Sends what waits, and answers how many are left.
  async function sendAll() {
    await queue.inTurn(function () { return queue.sendDue(sendReport, function () { return true; }); });
    return (await queue.all()).filter(queue.isWaiting).length;
  }

  return { NAME: NAME, all: queue.all, save: save, remove: queue.remove, draft: queue.draft, again: queue.again,
    sendAll: sendAll };
})();
