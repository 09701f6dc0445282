import type { Options as Schema } from 'rehype-sanitize'

const ourClass: [string, RegExp] = ['className', /^(?:utrecht|lk)-[a-z0-9_-]+$/]

/**
 * Everything that the HTML of a text may consist of; the rest is taken out. Only what the compiler itself makes:
 * no form controls, no frames, no style, no events, and of ids only those of headings, which are numbers behind
 * the lesson's id and so cannot take the name of something the page uses.
 */
export const schema: Schema = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'br', 'hr', 'blockquote', 'a', 'img', 'span'],
    ...['div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['section', 'details', 'summary', 'aside', 'figure', 'figcaption', 'audio', 'video', 'track'],
  ],
  attributes: {
    '*': [ourClass],
    a: [ourClass, 'href', 'download', ['rel', 'noreferrer'], ['dir', 'ltr']],
    aside: [ourClass, ['role', 'note']],
    audio: [ourClass, 'src', 'controls', ['preload', 'none'], 'ariaLabel'],
    details: [ourClass, ['name', /^[a-z0-9-]+$/]],
    div: [ourClass, ['role', 'region'], ['tabIndex', 0], 'ariaLabel'],
    h2: [ourClass, ['id', /^[a-z0-9-]+-part-\d+$/]],
    h3: [ourClass, ['id', /^[a-z0-9-]+-part-\d+$/]],
    h4: [ourClass, ['id', /^[a-z0-9-]+-part-\d+$/]],
    img: [ourClass, 'src', 'alt', ['loading', 'lazy'], ['decoding', 'async']],
    ol: [ourClass, 'start'],
    span: [ourClass, ['dir', 'ltr']],
    th: [ourClass, ['scope', 'col']],
    track: ['src', ['kind', 'captions'], 'srcLang', 'label', 'default'],
    video: [ourClass, 'src', 'controls', ['preload', 'none'], 'playsInline', 'ariaLabel'],
  },
  protocols: {
    href: ['http', 'https', 'tel', 'mailto'],
    // Pictures, sound and film come from this site only. An empty list would mean "any scheme".
    src: ['https'],
  },
  ancestors: Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, ['table']])),
  required: {},
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
}
