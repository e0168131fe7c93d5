// Notes the way of a patrol in the browser and hands it in; what was not handed in yet stays on this device.
(function () {
  'use strict';

  var place = document.querySelector('[data-patrol]');
  var said = document.querySelector('[data-patrol-said]');
  var stop = document.getElementById('stop');
  var PREFIX = 'patrol:';
  var EVERY = 20000;
  var FAR = 15;
  var HAND_IN = 60000;
  var MOST = 200;
  var EARTH = 6371000;
  var last = null;
  var sending = null;
  if (!place) {
    return;
  }

  function read(id) {
    try {
      return JSON.parse(window.localStorage.getItem(PREFIX + id) || 'null') || { noted: [], batch: null };
    } catch (e) {
      return { noted: [], batch: null };
    }
  }

  function keep(id, kept) {
    try {
      if (kept.noted.length === 0 && !kept.batch) {
        window.localStorage.removeItem(PREFIX + id);
      } else {
        window.localStorage.setItem(PREFIX + id, JSON.stringify(kept));
      }
    } catch (e) {
      tell('手机存不下位置了，请结束巡查。');
    }
  }

  function tell(text) {
    if (said) {
      said.textContent = text;
    }
  }

  function radians(degrees) {
    return degrees * Math.PI / 180;
  }

  function metres(one, other) {
    var north = Math.sin(radians(other.latitude - one.latitude) / 2);
    var east = Math.sin(radians(other.longitude - one.longitude) / 2);
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(north * north
      + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east * east)));
  }

  function note(id, position) {
    var here = { at: new Date(position.timestamp).toISOString(),
      longitude: position.coords.longitude, latitude: position.coords.latitude };
    if (last && (position.timestamp - last.time < EVERY || metres(last, here) < FAR)) {
      return;
    }
    last = { time: position.timestamp, longitude: here.longitude, latitude: here.latitude };
    var kept = read(id);
    kept.noted.push(here);
    keep(id, kept);
    tell('已记 ' + new Date(position.timestamp).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' }) + ' 的位置，待上传 '
      + (kept.noted.length + (kept.batch ? kept.batch.points.length : 0)) + ' 个。');
  }

  // A batch keeps its key until the server has answered, so that sending it twice counts once.
  function handIn(id) {
    var kept = read(id);
    if (!kept.batch && kept.noted.length > 0) {
      kept.batch = { key: window.crypto.randomUUID(), points: kept.noted.splice(0, MOST) };
      keep(id, kept);
    }
    if (!kept.batch) {
      return Promise.resolve();
    }
    var headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    headers[place.dataset.csrfHeader] = place.dataset.csrf;
    return fetch(place.dataset.points + id + '/points', {
      method: 'POST', credentials: 'same-origin', headers: headers, body: JSON.stringify(kept.batch)
    }).then(function (answer) {
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        throw new Error('登录已过期。位置还在手机上，请重新登录后回到这一页。');
      }
      if (!answer.ok && [404, 409, 422].indexOf(answer.status) < 0) {
        throw new Error('暂时传不上去，位置还在手机上，稍后自动重试。');
      }
      var now = read(id);
      now.batch = null;
      keep(id, now);
      tell(answer.ok ? '位置已上传。' : '有一批位置服务器没有采用。');
      return now.noted.length > 0 ? handIn(id) : undefined;
    });
  }

  function handInOnce(id) {
    if (!sending) {
      sending = handIn(id).catch(function (error) {
        tell(error instanceof TypeError ? '现在没有网络，位置还在手机上，稍后自动重试。' : error.message);
      }).then(function () { sending = null; });
    }
    return sending;
  }

  function leftFromEarlier() {
    try {
      return Object.keys(window.localStorage).filter(function (key) { return key.indexOf(PREFIX) === 0; })
        .map(function (key) { return key.substring(PREFIX.length); });
    } catch (e) {
      return [];
    }
  }

  var running = place.dataset.running;
  leftFromEarlier().reduce(function (before, id) {
    return before.then(function () { return handInOnce(id); });
  }, Promise.resolve());
  if (!running || !('geolocation' in navigator)) {
    return;
  }
  navigator.geolocation.watchPosition(function (position) { note(running, position); }, function () {
    tell('没有取得位置。请检查浏览器的定位权限。');
  }, { enableHighAccuracy: true, maximumAge: 5000 });
  setInterval(function () { handInOnce(running); }, HAND_IN);
  if (stop) {
    stop.addEventListener('submit', function (event) {
      event.preventDefault();
      handInOnce(running).then(function () { stop.submit(); });
    });
  }
})();
