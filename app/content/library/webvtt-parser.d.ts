/** The parser of the W3C that the tests hold our captions against; it comes without types. */
declare module 'webvtt-parser' {
  export class WebVTTParser {
    parse(
      input: string,
      mode: 'metadata' | 'chapters' | 'subtitles/captions/descriptions',
    ): { cues: { startTime: number; endTime: number; text: string }[]; errors: { message: string; line: number; col: number }[] }
  }
}
