// What is wrong with the page that is open, as a list of sentences: it is wider
// than the window, a text is cut off or too faint (WCAG 2.2 AA, from the
// computed styles of each text and of what lies behind it) or too small (7 pt in
// print). What is folded is opened first.
(() => {
  const wrong = new Set();
  const root = document.documentElement;
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  if (root.scrollWidth > root.clientWidth + 1) {
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest(".scroll > *"));
    wrong.add(`the page is wider than the window: ${root.scrollWidth} > ${root.clientWidth} px at ${wide.slice(0, 3).map((e) => e.tagName + "." + e.className).join(", ")}`);
  }

  // A color as the browser paints it, in sRGB with alpha.
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (color) => {
    if (!known.has(color)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = color;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
  const ground = matchMedia("(prefers-color-scheme: dark)").matches && getComputedStyle(root).colorScheme.includes("dark") && !matchMedia("print").matches ? [18, 18, 18] : [255, 255, 255];
  const behind = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor);
      layers.push(c);
      if (c[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), ground);
  };
  const light = (c) => {
    const [r, g, b] = c.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((m, n) => n - m);
    return (x + 0.05) / (y + 0.05);
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const done = new Set();
  for (let n = texts.nextNode(); n; n = texts.nextNode()) {
    const e = n.parentElement;
    if (!n.data.trim() || done.has(e) || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    done.add(e);
    const style = getComputedStyle(e);
    const back = behind(e);
    const front = over(rgba(style.color), back);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    const got = ratio(front, back);
    const name = `${e.tagName.toLowerCase()}.${e.className} “${n.data.trim().slice(0, 20)}”`;
    if (got < (large ? 3 : 4.5) - 0.01) wrong.add(`contrast ${got.toFixed(2)} of ${name}`);
    if (size < (matchMedia("print").matches ? 9.3 : 11)) wrong.add(`${name} is of ${size} px`);
    const clips = (v) => v === "hidden" || v === "clip";
    if ((clips(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (clips(style.overflowY) && e.scrollHeight > e.clientHeight + 1)) wrong.add(`${name} is cut off`);
    if (style.textOverflow === "ellipsis" && e.scrollWidth > e.clientWidth + 1) wrong.add(`${name} is cut off`);
  }
  return [...wrong].slice(0, 8);
})()
