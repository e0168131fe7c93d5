// Small conveniences; every page works without this file.
(function () {
  'use strict';

  // A second click sends nothing; coming back with the browser's button opens the form again.
  document.querySelectorAll('form[data-once]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'true';
      form.querySelectorAll('button[type=submit]').forEach(function (button) {
        button.dataset.label = button.textContent;
        button.textContent = '正在提交…';
        button.disabled = true;
      });
    });
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll('button[data-label]').forEach(function (button) {
        button.textContent = button.dataset.label;
        button.disabled = false;
      });
    });
  });

  // What is wrong is read out first.
  var summary = document.querySelector('[data-summary]');
  if (summary) {
    summary.focus();
  }

  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  var locate = document.querySelector('[data-locate]');
  var said = document.querySelector('[data-locate-said]');
  if (locate && said && 'geolocation' in navigator) {
    locate.hidden = false;
    locate.addEventListener('click', function () {
      said.textContent = '正在取得位置…';
      navigator.geolocation.getCurrentPosition(function (position) {
        document.getElementById('longitude').value = position.coords.longitude.toFixed(6);
        document.getElementById('latitude').value = position.coords.latitude.toFixed(6);
        document.getElementById('datum-wgs84').checked = true;
        said.textContent = '已填入当前位置，误差约 ' + Math.round(position.coords.accuracy) + ' 米。';
      }, function () {
        said.textContent = '没有取得位置。请检查浏览器的定位权限，或者改用网格、地址说明。';
      }, { enableHighAccuracy: true, timeout: 10000 });
    });
  }

  // Says that there is no network, and where a report can wait for one.
  var away = document.querySelector('[data-away]');
  function look() {
    away.hidden = navigator.onLine;
  }
  if (away) {
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    look();
  }

  // Keeps the page for reports without a network on the phone, and has those sent that wait.
  function sendWaiting() {
    navigator.serviceWorker.ready.then(function (kept) { kept.active.postMessage('gridloop-reports'); });
  }
  if ('serviceWorker' in navigator) {
    window.addEventListener('load', function () {
      navigator.serviceWorker.register('/sw.js').then(sendWaiting).catch(function () {
        // Without it everything works that needs a network.
      });
    });
    window.addEventListener('online', sendWaiting);
  }
})();
