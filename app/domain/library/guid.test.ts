import { describe, expect, it } from 'vitest'
import { podcastGuid, uuidOf } from './guid'

describe('names that never change', () => {
  it('are worked out as the standards say', () => {
    // The example of RFC 9562, appendix A.4, and the one of the Podcasting 2.0 standard.
    expect(uuidOf('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
    expect(uuidOf('mp3s.nashownotes.com/pc20rss.xml', 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6')).toBe('917393e3-1b1e-5cef-ace4-edaa54e1f810')
  })

  it('are others in another language', () => {
    expect(podcastGuid('three-talks', 'nl')).not.toBe(podcastGuid('three-talks', 'ar'))
  })
})
