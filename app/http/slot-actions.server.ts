import type { AppLoadContext } from '@remix-run/node'
import type { Person } from '~/domain/accounts/policy'
import { addMedia } from '~/domain/library/add-media.server'
import { tooLarge, type Slot } from '~/domain/library/find-slot.server'
import { publishMedia, restoreMedia, withdrawMedia } from '~/domain/library/publish-media.server'
import { findVersion } from '~/domain/library/list-media.server'
import { uploadForm } from '~/domain/library/schema'
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
  const form = await parseForm(request, uploadForm)
  if (!form.ok) {
    await discardUpload(context.upload)
    return { fault: form }
  }
  const taken = await take()
  if ('id' in taken) return taken
  const { title = '' } = form.values
  return { fault: { values: { title }, errors: { file: taken.code } } }

  async function take(): Promise<{ id: string } | { code: string }> {
    const given = { title: form.ok ? form.data.title : '' }
    const sent = form.ok ? form.data.upload : ''
    if (sent === 'tooLarge') return { code: tooLarge(slot.role) }
    if (sent) return addResumable(person, slot, sent, given)
    const { upload } = context
    if (!upload) return { code: 'fileMissing' }
    if ('code' in upload) return upload
    try {
      return await addMedia(person, slot, upload.file, given)
    } finally {
      await discardUpload(upload)
    }
  }
}

type Done = 'published' | 'withdrawn' | 'discarded' | 'restored'

/** Publishes a version, takes it back or puts it back. @returns what was done, or a code for why nothing was */
export async function changeVersion(
  person: Person,
  slot: Slot,
  { intent, version }: { intent: 'publish' | 'withdraw' | 'restore'; version: string },
): Promise<{ done: Done } | { code: string }> {
  const wasDraft = (await findVersion(slot, version))?.state === 'draft'
  const change = { publish: publishMedia, withdraw: withdrawMedia, restore: restoreMedia }[intent]
  const result = await change(person, slot, version)
  if (result === 'conflict') return { code: 'changedMeanwhile' }
  if (result === 'gone') return { code: 'mediaGone' }
  const done = { publish: 'published', withdraw: wasDraft ? 'discarded' : 'withdrawn', restore: 'restored' } as const
  return { done: done[intent] }
}
