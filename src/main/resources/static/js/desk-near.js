// Opens the page again with the phone's position in its address; without this file the grid is chosen.
(function () {
  'use strict';

  var button = document.querySelector('[data-near]');
  var said = document.querySelector('[data-near-said]');
  if (!button || !said || !('geolocation' in navigator)) {
    return;
  }
  button.hidden = false;
  button.addEventListener('click', function () {
    said.textContent = '正在取得位置…';
    navigator.geolocation.getCurrentPosition(function (position) {
      window.location.assign(button.dataset.near + '?longitude=' + position.coords.longitude.toFixed(6)
        + '&latitude=' + position.coords.latitude.toFixed(6));
    }, function () {
      said.textContent = '没有取得位置。请检查浏览器的定位权限，或者按网格列出。';
    }, { enableHighAccuracy: true, timeout: 10000 });
  });
})();
