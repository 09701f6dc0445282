import type { Lesson } from '~/content/types'
import type { ListenRecording } from '~/components/patterns/Listen'
import { formatBytes } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'

/**
 * The recording of a lesson's text in the language that it is shown in, with its size in words of the page's language. Null
 * where there is none, and where the text has changed since: nobody hears something else than what stands there.
 */
export function recordingOf(lesson: Lesson, shown: Language, language: Language): ListenRecording | null {
  const recording = lesson.recordings[shown]
  return recording && !recording.stale ? { address: recording.address, size: formatBytes(language, recording.bytes) } : null
}
