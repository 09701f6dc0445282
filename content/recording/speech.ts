import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Samples a second of everything in between; espeak-ng speaks at this rate. */
export const sampleRate = 22_050

/** Each voice of a script: a voice of espeak-ng with a variant, words a minute and pitch (0–99). */
export const voices: Readonly<Record<string, { voice: string; speed: number; pitch: number }>> = {
  A: { voice: 'nl+f2', speed: 142, pitch: 48 },
  B: { voice: 'nl+m3', speed: 138, pitch: 42 },
}

/** Seconds of silence: after a turn, before somebody else answers, around the name of a chapter. */
export const pauses = { beforeFirst: 0.6, sameVoice: 0.35, otherVoice: 0.5, chapter: 1.1, atEnd: 1.2 }

/** Speaks one turn. @returns samples from -1 to 1, without the silence before and after */
export function speak(text: string, voice: string, folder: string): Float32Array {
  const { voice: name, speed, pitch } = voices[voice] ?? voices.A!
  const file = path.join(folder, 'turn.wav')
  execFileSync('espeak-ng', ['-v', name, '-s', String(speed), '-p', String(pitch), '-g', '2', '-w', file], { input: spoken(text) })
  return trimmed(readWave(file))
}

/** What stands in a script as it is said: quotation marks are not, and a dash is a breath. */
export function spoken(text: string): string {
  return text
    .replace(/[“”‘"*_]/g, '')
    .replace(/’(?=\s|$|[.,?!])/g, '')
    .replace(/’/g, "'")
    .replace(/\s[–—]\s/g, ', ')
    .replaceAll('0800-2000', 'nul achthonderd, tweeduizend')
    .replace(/\b112\b/g, 'één één twee')
    .replace(/[ \t]+/g, ' ')
}

function readWave(file: string): Float32Array {
  const bytes = readFileSync(file)
  const rate = bytes.readUInt32LE(24)
  if (rate !== sampleRate) throw new Error(`espeak-ng spoke at ${rate} samples a second`)
  const start = bytes.indexOf('data', 12, 'latin1') + 8
  const samples = new Float32Array(Math.floor((bytes.length - start) / 2))
  for (let index = 0; index < samples.length; index++) samples[index] = bytes.readInt16LE(start + 2 * index) / 32_768
  return samples
}

function trimmed(samples: Float32Array): Float32Array {
  const loud = (value: number) => Math.abs(value) > 0.004
  const first = samples.findIndex(loud)
  const last = samples.findLastIndex(loud)
  // A breath of 20 ms on both sides, or words begin and end with a click.
  const breath = Math.round(0.02 * sampleRate)
  return samples.slice(Math.max(0, first - breath), Math.min(samples.length, last + breath))
}

/** A soft chime, so that a listener hears that a chapter begins: two tones that die away. */
export function chime(): Float32Array {
  const samples = new Float32Array(Math.round(1.2 * sampleRate))
  for (const [hertz, from, loudness] of [
    [523.25, 0, 0.09],
    [783.99, 0.18, 0.07],
  ] as const) {
    const begin = Math.round(from * sampleRate)
    for (let index = begin; index < samples.length; index++) {
      const seconds = (index - begin) / sampleRate
      const rising = Math.min(1, seconds / 0.01)
      samples[index]! += loudness * rising * Math.exp(-4 * seconds) * Math.sin(2 * Math.PI * hertz * seconds)
    }
  }
  return samples
}

/** So many seconds of nothing. */
export function silence(seconds: number): Float32Array {
  return new Float32Array(Math.round(seconds * sampleRate))
}

/** One after the other. */
export function join(parts: readonly Float32Array[]): Float32Array {
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    samples.set(part, at)
    at += part.length
  }
  return samples
}

/** Writes samples as a WAV file of 16 bits. */
export function writeWave(file: string, samples: Float32Array): void {
  const bytes = Buffer.alloc(44 + 2 * samples.length)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + 2 * samples.length, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(2 * sampleRate, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(2 * samples.length, 40)
  for (let index = 0; index < samples.length; index++) {
    bytes.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, samples[index]!))), 44 + 2 * index)
  }
  writeFileSync(file, bytes)
}

export interface Loudness {
  /** Integrated loudness by EBU R128, in LUFS. */
  integrated: number
  /** Highest true peak, in dBTP: below 0 nothing is clipped. */
  peak: number
}

/** Measures a file of sound or film by EBU R128. */
export function measureLoudness(file: string): Loudness {
  const report = runFfmpeg(['-i', file, '-map', '0:a:0', '-af', 'ebur128=peak=true', '-f', 'null', '-'])
  const summary = report.slice(report.lastIndexOf('Summary:'))
  const value = (name: string) => Number(new RegExp(`${name}:\\s+(-?[\\d.]+)`).exec(summary)?.[1])
  return { integrated: value('I'), peak: value('Peak') }
}

/** Loudness that every recording gets: what EBU R128 s2 gives for streaming, for one channel of speech. */
export const target = { integrated: -18, peak: -1.5 }

/** Evens out the loudness of a WAV file, in two passes. @returns the file with the result */
export function evenOut(file: string): string {
  const even = file.replace(/\.wav$/, '.even.wav')
  // Below the voice and above what telephones play there is only hum and hiss.
  const tone = 'highpass=f=70,lowpass=f=9000,acompressor=threshold=-20dB:ratio=2.5:attack=8:release=120'
  const norm = `loudnorm=I=${target.integrated}:TP=${target.peak - 1}:LRA=7`
  const report = runFfmpeg(['-i', file, '-af', `${tone},${norm}:print_format=json`, '-f', 'null', '-'])
  const measured = JSON.parse(report.slice(report.lastIndexOf('{'), report.lastIndexOf('}') + 1)) as Record<string, string>
  const known = `measured_I=${measured.input_i}:measured_TP=${measured.input_tp}:measured_LRA=${measured.input_lra}:measured_thresh=${measured.input_thresh}:offset=${measured.target_offset}:linear=true`
  runFfmpeg(['-y', '-i', file, '-af', `${tone},${norm}:${known}`, '-ar', String(sampleRate), '-bitexact', even])
  rmSync(file)
  return even
}

/** Writes MP3 without tags: 48 kbit/s, 32 for one voice that reads, or 24 for who has little data. */
export function encodeSound(wave: string, to: string, size: 'full' | 'medium' | 'small'): void {
  const quality = { full: ['-b:a', '48k'], medium: ['-b:a', '32k'], small: ['-b:a', '24k', '-ar', '16000'] }[size]
  runFfmpeg(['-y', '-i', wave, '-ac', '1', '-c:a', 'libmp3lame', ...quality, '-map_metadata', '-1', '-bitexact', to])
}

/** Runs ffmpeg. @returns what it wrote to its log @throws Error with that log */
export function runFfmpeg(parameters: string[]): string {
  return execFileSync('sh', ['-c', 'exec ffmpeg -hide_banner -nostdin "$@" 2>&1', 'ffmpeg', ...parameters], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
}
