import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { QuestionForm } from '~/components/patterns/QuestionForm'
import { ReflectionForm } from '~/components/patterns/ReflectionForm'
import { ThoughtBlock } from '~/components/patterns/ThoughtBlock'
import { TextBlock } from '~/components/primitives/TextBlock'
import type { Block } from '~/content/types'
import { maxReflectionLength } from '~/domain/courses/schema'
import type { Direction, Language } from '~/i18n/languages'
import { FormToken } from './post-form'

/** An answer that came with this very request. `valid`: something was chosen, and it can be chosen. */
export interface LessonAnswer {
  question: string
  choice: string[]
  valid: boolean
}

interface LessonBlocksProps {
  blocks: Block[]
  lang: Language
  dir: Direction
  /** False: the no-test mode, in which a question is a thought. */
  asks: boolean
  /** The reader keeps what she writes. */
  keeps: boolean
  reflections: Record<string, string>
  answer: LessonAnswer | null
  /** Id of the reflection that was kept with this very request. */
  reflected: string | null
  /** On paper: thoughts with room to write. */
  printed?: boolean
}

/** The text of a lesson with what there is to do in it. */
export function LessonBlocks({ blocks, lang, dir, asks, keeps, reflections, answer, reflected, printed }: LessonBlocksProps) {
  const { t } = useTranslation('courses')
  // Without a fragment, or the browser would not move the focus to what is new.
  const { pathname } = useLocation()
  return blocks.map((block, index) => {
    if (block.kind === 'prose') return <TextBlock key={index} lang={lang} dir={dir} html={block.html} />
    if (block.kind === 'reflection') {
      return (
        <ReflectionForm
          key={block.id}
          id={block.id}
          html={block.html}
          lang={lang}
          dir={dir}
          keeps={keeps}
          defaultValue={reflections[block.id]}
          maxLength={maxReflectionLength}
          justSaved={reflected === block.id}
          action={pathname}
        >
          <FormToken />
        </ReflectionForm>
      )
    }
    if (!asks)
      return (
        <ThoughtBlock
          key={block.id}
          id={block.id}
          promptHtml={block.promptHtml}
          explanationHtml={block.explanationHtml}
          lang={lang}
          dir={dir}
          lines={printed}
        />
      )
    const own = answer?.question === block.id ? answer : null
    const missing = own && !own.valid ? t(block.form === 'order' ? 'lesson.orderFirst' : 'lesson.chooseFirst') : undefined
    return (
      <QuestionForm
        key={block.id}
        question={block}
        lang={lang}
        dir={dir}
        answer={own && own.choice.length > 0 ? own.choice : null}
        justAnswered={own !== null}
        message={missing}
        action={pathname}
      >
        <FormToken />
      </QuestionForm>
    )
  })
}
