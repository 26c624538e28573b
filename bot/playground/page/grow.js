// Boxes as high as what stands in them.

const MOST = 240;

/** Fits a text area to its lines. */
export function grow(box) {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, MOST)}px`;
}
