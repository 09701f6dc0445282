import type { AssetUse } from './assets'

export type DirectiveName = 'reflection' | 'question' | 'scenario' | 'choice' | 'card' | 'note' | 'download' | 'audio' | 'video'

export interface DirectiveRule {
  /** A container opens with three colons or more and is closed; a leaf is one line that opens with two. */
  form: 'containerDirective' | 'leafDirective'
  id: boolean
  label: boolean
  /** Each attribute, all of them required: the words it may be, or the use of the file that it names. */
  attributes: Readonly<Record<string, readonly string[] | { file: AssetUse }>>
  /** Where it may stand: right in the text (`text`) or right inside another directive. */
  inside: readonly (DirectiveName | 'text')[]
}

const anywhere = ['text', 'reflection', 'question', 'scenario', 'choice', 'card', 'note'] as const

/** The directives of docs/content.md. */
export const directives: Readonly<Record<DirectiveName, DirectiveRule>> = {
  reflection: { form: 'containerDirective', id: true, label: false, attributes: {}, inside: ['text'] },
  question: {
    form: 'containerDirective',
    id: true,
    label: false,
    attributes: { kind: ['one', 'several', 'order'] },
    inside: ['text'],
  },
  scenario: { form: 'containerDirective', id: true, label: false, attributes: {}, inside: ['text'] },
  choice: { form: 'containerDirective', id: false, label: true, attributes: {}, inside: ['scenario', 'choice'] },
  card: { form: 'containerDirective', id: false, label: false, attributes: {}, inside: ['text'] },
  note: {
    form: 'containerDirective',
    id: false,
    label: false,
    attributes: { kind: ['tip', 'law', 'help'] },
    inside: ['text', 'reflection', 'scenario', 'choice'],
  },
  download: {
    form: 'leafDirective',
    id: false,
    label: true,
    attributes: { file: { file: 'download' } },
    inside: anywhere,
  },
  audio: {
    form: 'leafDirective',
    id: false,
    label: true,
    attributes: { file: { file: 'audio' }, transcript: { file: 'transcript' } },
    inside: anywhere,
  },
  video: {
    form: 'leafDirective',
    id: false,
    label: true,
    attributes: { file: { file: 'video' }, captions: { file: 'captions' }, transcript: { file: 'transcript' } },
    inside: anywhere,
  },
}

/** Whether a name is that of a directive. */
export function isDirectiveName(name: string | undefined): name is DirectiveName {
  return name !== undefined && Object.hasOwn(directives, name)
}
