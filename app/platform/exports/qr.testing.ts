import jsQR from 'jsqr'

/** A dark rectangle, in any unit; `y` grows downwards. */
export interface Bar {
  x: number
  y: number
  width: number
  height: number
}

/** Reads a QR code as a phone does, from the dark bars it is drawn with. Null when nothing can be read. */
export function decodeQr(bars: Bar[], { module, margin }: { module: number; margin: number }): string | null {
  const left = Math.min(...bars.map((bar) => bar.x))
  const top = Math.min(...bars.map((bar) => bar.y))
  const extent = Math.max(...bars.map((bar) => bar.x + bar.width)) - left
  const pixels = 4
  const side = Math.round(extent / module + 2 * margin) * pixels
  const image = new Uint8ClampedArray(side * side * 4).fill(255)
  const place = (value: number, origin: number) => Math.round(((value - origin) / module + margin) * pixels)
  for (const bar of bars) {
    for (let y = place(bar.y, top); y < place(bar.y + bar.height, top); y++) {
      for (let x = place(bar.x, left); x < place(bar.x + bar.width, left); x++) image.set([0, 0, 0], (y * side + x) * 4)
    }
  }
  // The package is CommonJS: depending on who loads it, the function is the module or its `default`.
  const read = typeof jsQR === 'function' ? jsQR : (jsQR as unknown as { default: typeof jsQR }).default
  return read(image, side, side)?.data ?? null
}
