import { checkText, decodeSpreadsheet, type FileFault } from '~/domain/groups/import/decode'

/** The spreadsheet of a form: the file that was chosen, or the text that the page held after a dry run. */
export async function readSpreadsheet(form: FormData): Promise<{ text: string } | { code: FileFault }> {
  const held = form.get('sheet')
  if (typeof held === 'string') return checkText(held)
  const file = form.get('file')
  if (!file || typeof file === 'string') return { code: 'fileMissing' }
  return decodeSpreadsheet(new Uint8Array(await file.arrayBuffer()))
}
