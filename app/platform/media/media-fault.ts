/** Why a file is not taken. The page has words for each; some come with a number. */
export type MediaFaultCode =
  | 'mediaEmpty'
  | 'mediaTooLarge'
  | 'mediaNotAudio'
  | 'mediaNotFilm'
  | 'mediaNotCaptions'
  | 'mediaNotPdf'
  | 'mediaNotPicture'
  | 'mediaBroken'
  | 'mediaTimeWrong'
  | 'mediaHasPlace'
  | 'mediaPdfActive'
  | 'mediaPdfLocked'
  | 'mediaPdfHidden'
  | 'captionsNotText'
  | 'captionsNoStart'
  | 'captionsLine'
  | 'captionsEmpty'
  | 'mediaVirus'
  | 'mediaNotScanned'

/** A file that is not taken, and why. */
export class MediaFault extends Error {
  constructor(
    readonly code: MediaFaultCode,
    readonly count?: number,
  ) {
    super(code)
  }

  /** For a form: `mediaTooLarge:60`. */
  get formCode(): string {
    return this.count === undefined ? this.code : `${this.code}:${this.count}`
  }
}
