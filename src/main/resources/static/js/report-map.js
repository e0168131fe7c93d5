// Shows the map of a community in the page, and chooses in the list what is tapped; without this file a link opens the map alone.
(function () {
  'use strict';

  var box = document.querySelector('[data-grid-maps]');
  var list = document.getElementById('gridCode');
  if (!box || !list || !window.fetch) {
    return;
  }
  var picture = box.querySelector('[data-maps-picture]');
  var said = box.querySelector('[data-maps-said]');
  var here = box.querySelector('[data-maps-here]');
  var place = null;

  function mark() {
    Array.prototype.forEach.call(picture.querySelectorAll('[data-grid]'), function (link) {
      if (link.getAttribute('data-grid') === list.value) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  function choose(code) {
    var before = list.value;
    list.value = code;
    if (list.value !== code) {
      list.value = before;
      said.textContent = '这个网格刚刚调整过，请刷新页面，或者在列表里选择。';
      return;
    }
    said.textContent = '已选择：' + list.options[list.selectedIndex].text;
    mark();
  }

  function inside(svg, x, y) {
    var frame = svg.getAttribute('viewBox').split(' ');
    return x >= 0 && y >= 0 && x <= Number(frame[2]) && y <= Number(frame[3]);
  }

  function dot() {
    var svg = picture.querySelector('svg');
    var old = picture.querySelector('circle');
    if (old) {
      old.parentNode.removeChild(old);
    }
    if (!svg || !place) {
      return;
    }
    var x = (place.longitude - Number(svg.getAttribute('data-west'))) * Number(svg.getAttribute('data-x'));
    var y = (Number(svg.getAttribute('data-north')) - place.latitude) * Number(svg.getAttribute('data-y'));
    if (!inside(svg, x, y)) {
      said.textContent = '您的位置不在这个社区。';
      return;
    }
    var circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    circle.setAttribute('cx', x.toFixed(1));
    circle.setAttribute('cy', y.toFixed(1));
    circle.setAttribute('r', '6');
    circle.setAttribute('pointer-events', 'none');
    svg.appendChild(circle);
    said.textContent = '圆点是您的位置，误差约 ' + Math.round(place.accuracy) + ' 米。';
  }

  // Until the first tile has come, and when none comes, the map looks as if there were none.
  function tiles(svg) {
    var images = Array.prototype.slice.call(svg.querySelectorAll('image'));
    picture.classList.toggle('bare', images.length > 0);
    images.forEach(function (image) {
      image.addEventListener('load', function () { picture.classList.remove('bare'); });
      image.addEventListener('error', function () { image.parentNode.removeChild(image); });
    });
  }

  function show(text) {
    var svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    if (svg.nodeName !== 'svg') {
      throw new Error('no picture');
    }
    while (picture.firstChild) {
      picture.removeChild(picture.firstChild);
    }
    svg = document.importNode(svg, true);
    tiles(svg);
    picture.appendChild(svg);
    said.textContent = '请点网格。';
    here.hidden = !('geolocation' in navigator);
    mark();
    dot();
  }

  function load(address) {
    said.textContent = '正在取地图…';
    fetch(address).then(function (response) {
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      return response.text();
    }).then(show).catch(function () {
      said.textContent = '地图没有取到，请在列表里选择网格。';
    });
  }

  box.addEventListener('click', function (event) {
    var link = event.target.closest('a');
    if (!link) {
      return;
    }
    event.preventDefault();
    if (link.hasAttribute('data-grid')) {
      choose(link.getAttribute('data-grid'));
    } else {
      load(link.href);
    }
  });

  list.addEventListener('change', mark);

  here.addEventListener('click', function () {
    said.textContent = '正在取得位置…';
    navigator.geolocation.getCurrentPosition(function (position) {
      place = position.coords;
      dot();
    }, function () {
      said.textContent = '没有取得位置。请检查浏览器的定位权限，或者直接点网格。';
    }, { enableHighAccuracy: true, timeout: 10000 });
  });
})();
