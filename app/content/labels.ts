import type { Language } from '~/i18n/languages'

export interface Labels {
  /** Above a note: what sort of note it is must not be told by colour alone. */
  tip: string
  law: string
  help: string
  /** The link to what is said in a sound or film. */
  transcript: string
}

/**
 * The few words that the compiler itself puts into a text. They stand here and not in locales/, since compiled
 * texts are made before i18next runs and must not change with it.
 */
export const labels: Readonly<Record<Language, Labels>> = {
  nl: { tip: 'Tip', law: 'Wat de wet zegt', help: 'Hier is hulp', transcript: 'Lees wat er wordt gezegd' },
  en: { tip: 'Tip', law: 'What the law says', help: 'Where to find help', transcript: 'Read what is said' },
  tr: { tip: 'İpucu', law: 'Kanun ne diyor?', help: 'Nereden yardım alabilirsin?', transcript: 'Söylenenleri oku' },
  ar: { tip: 'نصيحة', law: 'ماذا يقول القانون', help: 'أين تجدون المساعدة', transcript: 'اقرؤوا ما يُقال' },
  so: {
    tip: 'Talo',
    law: 'Waxa sharcigu dhigayo',
    help: 'Halka caawimaad laga helo',
    transcript: 'Akhri waxa la sheegayo',
  },
  ti: { tip: 'ምኽሪ', law: 'ሕጊ እንታይ ይብል', help: 'ሓገዝ ኣበይ ከም እትረኽቡ', transcript: 'ዝተባህለ ኣንብቡ' },
  fa: { tip: 'نکته', law: 'قانون چه می‌گوید', help: 'کمک را کجا می‌یابید', transcript: 'بخوانید چه گفته می‌شود' },
}
