import { useTranslation } from 'react-i18next'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { reachKinds } from '~/domain/library/reach/schema'

const unknown = ['people', 'machines', 'kept', 'after', 'lost'] as const

/** What the numbers of the library count, and what nobody can know from them. */
export function ReachNotes() {
  const { t } = useTranslation('reach')
  return (
    <>
      <Heading level={2}>{t('countedTitle')}</Heading>
      <DataList items={reachKinds.map((kind) => ({ key: kind, term: t(`kinds.${kind}.name`), value: t(`kinds.${kind}.definition`) }))} />
      <p className="utrecht-paragraph">{t('languageNote')}</p>
      <Heading level={2}>{t('unknownTitle')}</Heading>
      <ul className="utrecht-unordered-list">
        {unknown.map((key) => (
          <li key={key} className="utrecht-unordered-list__item">
            {t(`unknown.${key}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
