import type { AppLoadContext } from '@remix-run/node'
import type { Person } from '~/domain/accounts/policy'
import { addMedia } from '~/domain/library/add-media.server'
import { tooLarge, type Slot } from '~/domain/library/find-slot.server'
import { publishMedia, restoreMedia, withdrawMedia } from '~/domain/library/publish-media.server'
import { findVersion } from '~/domain/library/list-media.server'
import type { Voices } from '~/content/library/types'
import { recordingForm, uploadForm } from '~/domain/library/schema'
import { hasVoices } from '~/domain/library/slots'
import { addResumable } from '~/domain/library/unfinished.server'
import { parseForm, type FormFault } from './forms.server'
import { discardUpload } from './receive-upload.server'

/** Takes in the file of a form: the one that came with it, or the one that came in pieces before. */
export async function takeUpload(
  request: Request,
  context: AppLoadContext,
  person: Person,
  slot: Slot,
): Promise<{ id: string } | { fault: FormFault }> {
  const form = await parseForm<Given>(request, hasVoices(slot.role) ? recordingForm : uploadForm)
  const { upload } = context
  const { title = '', voices = '', upload: sent = '' } = form.values
  if (!form.ok) {
    await discardUpload(upload)
    // What was chosen is not kept: she is told at once that it has to be chosen again.
    const fileError = upload && 'code' in upload ? upload.code : 'fileMissing'
    return { fault: { values: { title, voices }, errors: { ...form.errors, ...(sent ? {} : { file: fileError }) } } }
  }
  const taken = await take(form.data)
  return 'id' in taken ? taken : { fault: { values: { title, voices }, errors: { file: taken.code } } }

  async function take(given: Given): Promise<{ id: string } | { code: string }> {
    const words = { title: given.title, voices: given.voices || null }
    if (given.upload === 'tooLarge') return { code: tooLarge(slot.role) }
    if (given.upload === 'uploadsOwnFull' || given.upload === 'uploadsAllFull') return { code: given.upload }
    if (given.upload) return addResumable(person, slot, given.upload, words)
    if (!upload) return { code: 'fileMissing' }
    if ('code' in upload) return upload
    try {
      return await addMedia(person, slot, upload.file, words)
    } finally {
      await discardUpload(upload)
    }
  }
}

interface Given {
  title: string
  upload: string
  voices?: Voices | '' | undefined
}

type Done = 'published' | 'withdrawn' | 'discarded' | 'restored'

/** Publishes a version, takes it back or puts it back. @returns what was done, or a code for why nothing was */
export async function changeVersion(
  person: Person,
  slot: Slot,
  { intent, version }: { intent: 'publish' | 'withdraw' | 'restore'; version: string },
): Promise<{ done: Done } | { code: string }> {
  const before = await findVersion(slot, version)
  const change = { publish: publishMedia, withdraw: withdrawMedia, restore: restoreMedia }[intent]
  const result = await change(person, slot, version)
  if (result === 'conflict') return { code: 'changedMeanwhile' }
  if (result === 'gone') return { code: 'mediaGone' }
  const done = { publish: 'published', withdraw: before?.currentFor ? 'withdrawn' : 'discarded', restore: 'restored' } as const
  return { done: done[intent] }
}
