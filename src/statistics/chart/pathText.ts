import type { GeoContext } from 'd3-geo'
import { round } from './svgText.ts'

/** Points that are nearer to the last one than this, in pixels, are passed over. */
const RESOLUTION = 0.7

/** Takes a path of polygons in the calls of a canvas and gives its text (SVG 2, §9.3), as fine as is seen and no finer. */
export class PathText implements GeoContext {
  #text = ''
  #x = Number.NaN
  #y = Number.NaN

  moveTo(x: number, y: number): void {
    this.#text += `M${round(x)} ${round(y)}`
    ;[this.#x, this.#y] = [x, y]
  }

  lineTo(x: number, y: number): void {
    if (Math.abs(x - this.#x) < RESOLUTION && Math.abs(y - this.#y) < RESOLUTION) return
    this.#text += `L${round(x)} ${round(y)}`
    ;[this.#x, this.#y] = [x, y]
  }

  closePath(): void {
    this.#text += 'Z'
  }

  /** Of points, which outlines have none of. */
  arc(): void {}

  /** Each path is one of its own. */
  beginPath(): void {}

  toString(): string {
    return this.#text
  }
}
