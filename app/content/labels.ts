import type { Language } from '~/i18n/languages'

export interface Labels {
  /** Above a note: what sort of note it is must not be told by colour alone. */
  tip: string
  law: string
  help: string
  /** The link to what is said in a sound or film. */
  transcript: string
  /** Beside the mark, where a link to the site is shown elsewhere: it names no subject. */
  share: string
}

/**
 * The few words that the compiler itself puts into a text. They stand here and not in locales/, since compiled
 * texts are made before i18next runs and must not change with it.
 */
export const labels: Readonly<Record<Language, Labels>> = {
  nl: {
    tip: 'Tip',
    law: 'Wat de wet zegt',
    help: 'Hier is hulp',
    transcript: 'Lees wat er wordt gezegd',
    share: 'Om te lezen, te bekijken en te beluisteren.',
  },
  en: {
    tip: 'Tip',
    law: 'What the law says',
    help: 'Where to find help',
    transcript: 'Read what is said',
    share: 'To read, to watch and to listen to.',
  },
  tr: {
    tip: 'İpucu',
    law: 'Kanun ne diyor?',
    help: 'Nereden yardım alabilirsin?',
    transcript: 'Söylenenleri oku',
    share: 'Okumak, izlemek ve dinlemek için.',
  },
  ar: {
    tip: 'نصيحة',
    law: 'ماذا يقول القانون',
    help: 'أين تجدون المساعدة',
    transcript: 'اقرؤوا ما يُقال',
    share: 'للقراءة والمشاهدة والاستماع.',
  },
  so: {
    tip: 'Talo',
    law: 'Waxa sharcigu dhigayo',
    help: 'Halka caawimaad laga helo',
    transcript: 'Akhri waxa la sheegayo',
    share: 'Si loo akhriyo, loo daawado loona dhegaysto.',
  },
  ti: { tip: 'ምኽሪ', law: 'ሕጊ እንታይ ይብል', help: 'ሓገዝ ኣበይ ከም እትረኽቡ', transcript: 'ዝተባህለ ኣንብቡ', share: 'ንምንባብ፡ ንምርኣይን ንምስማዕን።' },
  fa: {
    tip: 'نکته',
    law: 'قانون چه می‌گوید',
    help: 'کمک را کجا می‌یابید',
    transcript: 'بخوانید چه گفته می‌شود',
    share: 'برای خواندن، دیدن و شنیدن.',
  },
}
