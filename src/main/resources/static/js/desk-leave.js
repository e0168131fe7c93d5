// On every page of staff: sends what waits on this phone, and leaves nothing there when somebody logs out.
(function () {
  'use strict';

  var out = document.querySelector('.site-logout');
  if (!deskQueue.usable()) {
    return;
  }

  function send() {
    deskQueue.sendAll().catch(function () {
      // The page for work without a network says more.
    });
  }

  function question(unsent) {
    return '这部手机上有 ' + unsent + ' 份离线处理结果还没有发送，退出后就没有了。仍要退出吗？';
  }

  if (out) {
    out.addEventListener('submit', function (event) {
      event.preventDefault();
      deskQueue.unsent(out.dataset.login).then(function (unsent) {
        if (unsent === 0 || window.confirm(question(unsent))) {
          return deskQueue.clear(out.dataset.login).then(function () { out.submit(); });
        }
        return undefined;
      }).catch(function () { out.submit(); });
    });
  }
  window.addEventListener('online', send);
  send();
})();
