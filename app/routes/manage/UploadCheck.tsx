import { useTranslation } from 'react-i18next'
import { Difference } from '~/components/patterns/Difference'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { Table } from '~/components/primitives/Table'
import { useFrame } from '~/http/frame'
import { PostForm } from '~/http/post-form'
import type { ShownCheck, ShownFaultAt } from '~/http/translations.server'
import { formatNumber } from '~/i18n/formats'
import { directionOf } from '~/i18n/languages'

/** What a translator's file holds: all that has to be mended, or what would change and the button for it. */
export function UploadCheck({ check }: { check: ShownCheck }) {
  const { t } = useTranslation('translations')
  const { language: own } = useFrame()
  const { faults, texts, ready, language } = check
  const doubts = texts.flatMap((text) => text.doubts)
  // Of a whole course most texts stay as they are: a list of them is enough.
  const same = texts.filter(({ outcome }) => outcome === 'same')
  const others = texts.filter(({ outcome }) => outcome !== 'same')
  return (
    <>
      {ready ? (
        <Notice kind="success" role="status" title={t('check.ready')}>
          <p className="utrecht-paragraph">{t('check.readyText')}</p>
        </Notice>
      ) : (
        <Notice kind="warning" role="status" title={t(faults.length > 0 ? 'check.faults' : 'check.nothing')}>
          <p className="utrecht-paragraph">{t(faults.length > 0 ? 'check.faultsText' : 'check.nothingText')}</p>
        </Notice>
      )}
      {faults.length > 0 && <FaultTable caption={t('check.faultsCaption')} faults={faults} />}
      {doubts.length > 0 && (
        <>
          <p className="utrecht-paragraph">{t('check.doubtsText')}</p>
          <FaultTable caption={t('check.doubtsCaption')} faults={doubts} />
        </>
      )}
      {others.map(({ id, title, lang, dir, outcome, total, open, changes }) => (
        <section key={id}>
          <Heading level={2} lang={lang} dir={dir}>
            {title}
          </Heading>
          <p className="utrecht-paragraph">{t(`outcome.${outcome}`, { open: formatNumber(own, open), total: formatNumber(own, total) })}</p>
          {changes.map((change) => (
            <Difference
              key={`${change.change} ${change.key}`}
              change={change.change}
              pieces={change.pieces}
              lang={language}
              dir={directionOf(language)}
              kind={t(`pieces.${change.kind}`)}
            />
          ))}
        </section>
      ))}
      {same.length > 0 && others.length > 0 && (
        <>
          <Heading level={2}>{t('outcome.same')}</Heading>
          <ul className="utrecht-unordered-list">
            {same.map(({ id, title, lang, dir }) => (
              <li key={id} className="utrecht-unordered-list__item" lang={lang} dir={dir}>
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
      {ready && (
        <PostForm withFile>
          <input type="hidden" name="sent" value={ready.text} />
          <input type="hidden" name="base" value={ready.base} />
          <Button name="intent" value="publish">
            {t('check.publish')}
          </Button>
        </PostForm>
      )}
    </>
  )
}

function FaultTable({ caption, faults }: { caption: string; faults: ShownFaultAt[] }) {
  const { t } = useTranslation('translations')
  const { language } = useFrame()
  return (
    <Table
      caption={caption}
      rowHeader="place"
      columns={[
        { key: 'line', header: t('check.line'), number: true },
        { key: 'place', header: t('check.place') },
        { key: 'what', header: t('check.what') },
      ]}
      rows={faults.map(({ code, line, place, detail }, index) => ({
        id: String(index),
        cells: {
          line: line === null ? '–' : formatNumber(language, line),
          place: (
            <bdi lang="en" translate="no">
              {place || '–'}
            </bdi>
          ),
          what: (
            <>
              {t(`faults.${code}`)}{' '}
              {detail !== undefined && (
                <bdi lang="en" dir="ltr" translate="no">
                  {detail}
                </bdi>
              )}
            </>
          ),
        },
      }))}
    />
  )
}
