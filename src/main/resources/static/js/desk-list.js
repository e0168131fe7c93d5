// Keeps the list of tasks up to date without moving the page; it works without this file.
(function () {
  'use strict';

  var list = document.querySelector('[data-desk-list]');
  var said = document.querySelector('[data-desk-said]');
  var EVERY = 3000;
  var last = null;
  if (!list) {
    return;
  }

  function show(html) {
    if (html === last) {
      return;
    }
    // The first answer says the same as the page, only with other blanks.
    var focused = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    var before = list.querySelectorAll('.task').length;
    last = html;
    list.innerHTML = html;
    if (focused) {
      var again = Array.prototype.find.call(list.querySelectorAll('a'), function (link) {
        return link.getAttribute('href') === focused;
      });
      if (again) {
        again.focus({ preventScroll: true });
      }
    }
    var after = list.querySelectorAll('.task').length;
    said.textContent = after === before ? '' : '列表已更新，本页' + after + '项任务。';
  }

  function look() {
    if (document.hidden) {
      return;
    }
    fetch(list.dataset.refresh, { credentials: 'same-origin', cache: 'no-store' }).then(function (answer) {
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        said.textContent = '登录已过期，请重新登录。';
        return null;
      }
      return answer.ok ? answer.text() : null;
    }).then(function (html) {
      if (html !== null) {
        show(html);
      }
    }).catch(function () {
      said.textContent = '暂时连不上服务器，稍后自动重试。';
    });
  }

  setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look);
})();
