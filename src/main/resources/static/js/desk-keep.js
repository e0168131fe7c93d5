// Keeps tasks on this phone, so that they can be handled without a network.
(function () {
  'use strict';

  var button = document.querySelector('[data-keep]');
  var said = document.querySelector('[data-keep-said]');
  if (!button || !deskQueue.usable()) {
    return;
  }

  function take() {
    var headers = { Accept: 'application/json' };
    headers[button.dataset.csrfHeader] = button.dataset.csrf;
    return fetch(button.dataset.keep, { method: 'POST', credentials: 'same-origin', headers: headers })
      .then(function (answer) {
        if (answer.status === 401 || answer.status === 403) {
          throw new Error('登录已过期，请重新登录后再存。');
        }
        if (!answer.ok) {
          throw new Error('没有存上，请稍后再试。');
        }
        return answer.json();
      });
  }

  button.hidden = false;
  button.addEventListener('click', function () {
    button.disabled = true;
    said.textContent = '正在存到手机上…';
    take().then(function (kept) {
      return deskQueue.keep(kept.login, kept.tasks, button.dataset.beside !== undefined).then(function () {
        said.textContent = kept.tasks.length === 0 ? '没有可以存的任务。'
          : '已存 ' + kept.tasks.length + ' 项任务，没有网络时打开“离线办理”。3 天后或者退出登录时自动删除。';
        if (navigator.storage && navigator.storage.persist) {
          navigator.storage.persist();
        }
      });
    }).catch(function (error) {
      said.textContent = error instanceof TypeError || error instanceof DOMException
        ? '没有存上：没有网络，或者手机的空间不够。' : error.message;
    }).then(function () { button.disabled = false; });
  });
})();
