// @ts-check

/**
 * How far a file is done with, when its pieces are settled out of order: up to the first piece that is not.
 * @typedef {object} Position
 * @property {number} rows
 * @property {number} bytes
 */

/** @param {Position} start */
export function createWatermark(start) {
  /** @type {{ end: Position, isOpen: boolean }[]} */
  let pieces = [];
  let position = start;
  const advance = () => {
    const open = pieces.findIndex(({ isOpen }) => isOpen);
    const settled = open < 0 ? pieces.length : open;
    position = pieces[settled - 1]?.end ?? position;
    if (settled > 0) pieces = pieces.slice(settled);
  };
  return {
    /**
     * The next piece of the file.
     * @param {Position} end
     * @returns {() => void} to be called when all of it is settled
     */
    open(end) {
      const piece = { end, isOpen: true };
      pieces.push(piece);
      return () => {
        piece.isOpen = false;
        advance();
      };
    },
    position: () => position,
  };
}
