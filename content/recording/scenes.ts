/*
 * The scenes of the film: line drawings of things and rooms on a sheet of 640 by 360, without words, so that they are the
 * same in every language. Each is a function of the seconds since it began; after `sceneSeconds` nothing moves any more.
 */
const paper = '#fbf8f1'
const ink = '#20251f'
const warm = '#d9783f'
const deep = '#0d4a46'
const soft = '#f1ebdf'

/** How long a scene moves. */
export const sceneSeconds = 4

type Scene = (seconds: number) => string

/** From 0 to 1 while `seconds` goes from `from` to `to`, slow at both ends. */
function ease(seconds: number, from: number, to: number): number {
  const part = Math.max(0, Math.min(1, (seconds - from) / (to - from)))
  return part * part * (3 - 2 * part)
}

/** Comes up out of the paper. */
function appear(seconds: number, from: number, drawing: string): string {
  return `<g opacity="${ease(seconds, from, from + 0.6).toFixed(3)}">${drawing}</g>`
}

const floor = `<path d="M40 306h560" opacity=".35"/>`

function cup(x: number, y: number, seconds: number, from: number): string {
  const steam = 6 * ease(seconds, from, sceneSeconds)
  return `<g transform="translate(${x} ${y})">
    <path d="M0 0c0 30 8 46 28 46s28-16 28-46z" fill="${paper}"/>
    <path d="M5 14c2 20 9 28 23 28s21-8 23-28z" fill="${warm}" stroke="none" opacity=".85"/>
    <path d="M0 0c0 30 8 46 28 46s28-16 28-46zM55 8c16-4 20 18-4 20M-8 54c6 8 66 8 72 0"/>
    <path d="M18 ${-10 - steam}c-6-8 6-12 0-22M36 ${-10 - steam}c-6-8 6-12 0-22" opacity="${(0.3 + 0.5 * ease(seconds, from, from + 1.5)).toFixed(2)}"/>
  </g>`
}

const table: Scene = (s) => `${floor}
  ${appear(s, 0, `<path d="M120 214h400M136 214v92M504 214v92M120 214c0 12 400 12 400 0"/>`)}
  ${appear(s, 0.4, `<path d="M70 180v126M70 236h56M126 236v70M70 180c6-8 18-8 24 0v56"/>`)}
  ${appear(s, 0.4, `<path d="M570 180v126M570 236h-56M514 236v70M570 180c-6-8-18-8-24 0v56"/>`)}
  ${appear(s, 0.9, cup(210, 158, s, 1))}
  ${appear(s, 1.3, cup(372, 158, s, 1.4))}
  ${appear(s, 0.2, `<path d="M320 20v42"/><path d="M276 100c6-24 22-38 44-38s38 14 44 38z" fill="${soft}"/><path d="M306 100a14 14 0 0 0 28 0z" fill="${warm}" stroke="none"/>`)}`

const phone: Scene = (s) => {
  const light = ease(s, 1.2, 2.2)
  return `${floor}
  ${appear(s, 0, `<path d="M90 246h460M110 246v60M530 246v60"/>`)}
  ${appear(s, 0.4, cup(424, 188, s, 1))}
  ${appear(
    s,
    0.7,
    `<g transform="translate(236 112)">
      <rect width="78" height="134" rx="12" fill="${paper}"/>
      <rect x="8" y="16" width="62" height="102" rx="4" fill="${warm}" stroke="none" opacity="${(0.75 * light).toFixed(3)}"/>
      <rect width="78" height="134" rx="12"/><path d="M32 8h14"/><circle cx="39" cy="126" r="2.5"/>
      <g opacity="${light.toFixed(3)}"><rect x="16" y="40" width="46" height="22" rx="8" fill="${paper}"/><path d="M24 51h30"/></g>
      <g opacity="${ease(s, 2, 3).toFixed(3)}"><path d="M-16 20l-16-12M-18 52h-20M94 20l16-12M96 52h20M39-14v-20"/></g>
    </g>`,
  )}
  ${appear(s, 0.3, `<path d="M110 60h96v70h-96zM110 130l34-36 24 22 14-12 24 26"/>`)}`
}

function shoe(x: number, size: number): string {
  return `<g transform="translate(${x} 306) scale(${size})">
    <path d="M0 0v-40c0-10 26-12 30 0 4 16 20 20 46 24 12 2 14 10 14 16z" fill="${soft}"/><path d="M0-8h90M34-26l8-8M44-21l8-8"/></g>`
}

const shoes: Scene = (s) => `${floor}
  ${appear(s, 0, `<path d="M392 306V64h128v242M404 306V76h104v230"/><circle cx="420" cy="196" r="5" fill="${warm}"/>`)}
  ${appear(s, 0.3, `<path d="M96 96h150M120 96v16a10 10 0 0 0 20 0M196 96v16a10 10 0 0 0 20 0"/><path d="M206 118c-26 0-34 26-36 84h72c-2-58-10-84-36-84z" fill="${soft}"/>`)}
  ${appear(s, 0.9, shoe(96, 1) + shoe(196, 1))}
  ${appear(s, 1.7, shoe(294, 0.46) + shoe(340, 0.46))}`

const evening: Scene = (s) => {
  const down = ease(s, 0.6, sceneSeconds)
  return `${floor}
  <clipPath id="glass"><rect x="206" y="46" width="228" height="190"/></clipPath>
  ${appear(
    s,
    0,
    `<g clip-path="url(#glass)" stroke="none"><rect x="206" y="46" width="228" height="190" fill="${soft}"/>
      <circle cx="352" cy="${(110 + 76 * down).toFixed(1)}" r="30" fill="${warm}"/>
      <path d="M206 196c40-26 76-26 116-6s76 12 112-8v60H206z" fill="${deep}"/>
      <rect x="206" y="46" width="228" height="190" fill="${deep}" opacity="${(0.35 * down).toFixed(3)}"/>
      <g fill="${paper}" opacity="${ease(s, 2.6, 3.8).toFixed(3)}"><circle cx="246" cy="82" r="2.5"/><circle cx="292" cy="68" r="2"/><circle cx="270" cy="116" r="2"/><circle cx="398" cy="78" r="2.5"/></g></g>
    <path d="M206 46h228v190H206zM320 46v190M206 140h228M190 236h260"/>`,
  )}
  ${appear(s, 0.4, `<path d="M206 40c-36 30-44 120-40 204M434 40c36 30 44 120 40 204M150 36h340"/>`)}
  ${appear(s, 0.9, `<path d="M150 306v-26h340v26M150 280c-6-24 24-24 24 0M490 280c6-24-24-24-24 0"/>`)}`
}

const door: Scene = (s) => {
  const open = ease(s, 0.8, 3.4)
  const edge = 250 + 96 * open
  return `${floor}
  ${appear(s, 0, `<path d="M250 60h140v246H250z" fill="${soft}"/>`)}
  ${appear(s, 0, `<path d="M${edge.toFixed(1)} 60L390 60V306L${edge.toFixed(1)} 306z" fill="${warm}" stroke="none" opacity="0"/>`)}
  <path d="M250 306h140l90 34H190z" fill="${warm}" stroke="none" opacity="${(0.5 * open).toFixed(3)}"/>
  <path d="M250 60h${(edge - 250).toFixed(1)}v246h-${(edge - 250).toFixed(1)}z" fill="${warm}" stroke="none" opacity="${(0.65 * open).toFixed(3)}"/>
  ${appear(
    s,
    0.1,
    `<path d="M${edge.toFixed(1)} ${(60 + 10 * open).toFixed(1)}L390 60V306L${edge.toFixed(1)} ${(306 + 14 * open).toFixed(1)}z" fill="${paper}"/>
     <circle cx="${(edge + 10 - 4 * open).toFixed(1)}" cy="190" r="4" fill="${ink}"/><path d="M238 306V48h164v258"/>`,
  )}
  ${appear(s, 0.5, `<path d="M470 306v-70h60v70M478 236c0-30 12-40 22-56 10 16 22 26 22 56M500 180v56" />`)}
  ${appear(s, 0.5, `<path d="M96 306h84v-30H96zM104 276c0-16 68-16 68 0"/>`)}`
}

const help: Scene = (s) => `${floor}
  ${appear(
    s,
    0,
    `<g transform="translate(176 70)"><rect width="126" height="226" rx="18" fill="${paper}"/><rect x="10" y="24" width="106" height="172" rx="5" fill="${soft}" stroke="none"/><rect width="126" height="226" rx="18"/><path d="M52 12h22"/><circle cx="63" cy="211" r="5"/></g>`,
  )}
  ${appear(s, 0.8, `<path d="M222 148c-8 8-8 22 14 44s36 22 44 14l-18-18-10 6c-8-4-12-8-16-16l6-10z" fill="${warm}"/>`)}
  ${appear(s, 1.4, `<g stroke="none" fill="${deep}" font-family="Noto Sans" font-weight="700"><text x="350" y="166" font-size="58">112</text></g>`)}
  ${appear(s, 2.1, `<g stroke="none" fill="${deep}" font-family="Noto Sans" font-weight="700"><text x="350" y="236" font-size="44">0800-2000</text></g>`)}`

/** By the id of the chapter in item.yaml. */
const scenes: Readonly<Record<string, Scene>> = { table, phone, shoes, window: evening, door, help }

/** The scene of a chapter as an SVG document. Throws if it has none. */
export function drawScene(chapter: string, seconds: number): string {
  const scene = scenes[chapter]
  if (!scene) throw new Error(`there is no scene for the chapter \`${chapter}\``)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="${paper}"/>
    <g fill="none" stroke="${ink}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${scene(seconds)}</g></svg>`
}
