import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Checkbox } from '~/components/primitives/Checkbox'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import { Select } from '~/components/primitives/Select'
import { findAccount } from '~/domain/accounts/manage-account.server'
import { saveOwnSettings } from '~/domain/accounts/own-account.server'
import { settingsForm } from '~/domain/accounts/schema'
import { listLearning } from '~/domain/courses/learning.server'
import { forgetReflections } from '~/domain/courses/reflections.server'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitle } from '~/http/course-titles.server'
import { maySeeGroups } from '~/domain/groups/policy'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import { useSaved } from '~/http/saved'
import { languageCookie } from '~/http/signed-in.server'
import { directionOf, languageNames, languages } from '~/i18n/languages'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'account')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = requireLanguage(params)
  const own = requireAccount(context, { request, language: shown })
  const { id, userName, language, withoutTests, keepReflections } = own
  const account = await findAccount(id)
  const coursesWithoutTests = withoutTests
    ? []
    : (await listLearning(own)).filter(({ course, learning }) => course.test && learning.withoutTests)
  const roles = (account?.roles ?? []).map(({ role, organisation }) => ({ role, organisation: organisation?.name ?? null }))
  const courses = coursesWithoutTests.map(({ course }) => ({ id: course.id, ...courseTitle(course, shown) }))
  return { userName, language, withoutTests, keepReflections, roles, courses, hasCalendar: maySeeGroups(own) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id } = requireAccount(context, { request, language: requireLanguage(params) })
  const form = await parseForm(request, settingsForm)
  if (!form.ok) return formFault(form)
  await saveOwnSettings(id, form.data)
  if (!form.data.keepReflections) await forgetReflections(id)
  return new Response(null, {
    status: 303,
    headers: { Location: `/${form.data.language}/account?saved`, 'Set-Cookie': languageCookie(form.data.language) },
  })
}

export default function Account() {
  const account = useLoaderData<typeof loader>()
  const failed = useActionData() !== undefined
  const { t } = useTranslation(['accounts', 'courses', 'paper'])
  const { language } = useFrame()
  const saved = useSaved()
  const fault = useFormFault()
  const more = [
    ['email', 'changeEmail'],
    ['sessions', 'sessions'],
    ['password', 'password'],
    ['delete', 'delete'],
  ] as const
  // A box that is not ticked sends nothing, so after a fault the boxes are as they were sent.
  const ticked = (name: 'withoutTests' | 'keepReflections') => (failed ? fault.value(name) === 'on' : account[name])
  return (
    <FormPage title={t('account.title')} errors={fault.summary}>
      {saved && !failed && (
        <Notice kind="success" role="status">
          <p className="utrecht-paragraph">{t('account.saved')}</p>
        </Notice>
      )}
      <DataList
        items={[
          { key: 'userName', term: t('account.userName'), value: <bdi>{account.userName}</bdi> },
          {
            key: 'roles',
            term: t('account.roles'),
            value: account.roles.map(({ role, organisation }) => (
              <div key={`${role}-${organisation}`}>
                {organisation ? t('account.roleAt', { role: t(`roles.${role}`), organisation }) : t(`roles.${role}`)}
              </div>
            )),
          },
        ]}
      />
      <Heading level={2}>{t('account.choicesTitle')}</Heading>
      <PostForm>
        <Select
          name="language"
          label={t('account.language')}
          defaultValue={fault.value('language', account.language)}
          error={fault.error('language')}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code, dir: directionOf(code) }))}
        />
        <Checkbox
          name="withoutTests"
          label={t('account.withoutTests')}
          description={t('account.withoutTestsHelp')}
          defaultChecked={ticked('withoutTests')}
        />
        <Checkbox
          name="keepReflections"
          label={t('account.keepReflections')}
          description={t('account.keepReflectionsHelp')}
          defaultChecked={ticked('keepReflections')}
        />
        <Button>{t('account.save')}</Button>
      </PostForm>
      {account.courses.length > 0 && (
        <section>
          <p className="utrecht-paragraph">{t('account.withoutTestsCourses')}</p>
          {account.courses.map(({ id, title, lang, dir }) => (
            <PostForm key={id} inline action={`/${language}/courses/${id}`}>
              <p className="utrecht-paragraph" lang={lang} dir={dir}>
                {title}
              </p>
              <Button look="secondary" name="withoutTests" value="off">
                {t('courses:course.withoutTestsOff')}
              </Button>
            </PostForm>
          ))}
        </section>
      )}
      <Heading level={2}>{t('account.moreTitle')}</Heading>
      <ul className="utrecht-unordered-list">
        {more.map(([page, words]) => (
          <li key={page} className="utrecht-unordered-list__item">
            <Link href={`/${language}/account/${page}`}>{t(`account.${words}`)}</Link>
          </li>
        ))}
        {account.hasCalendar && (
          <li className="utrecht-unordered-list__item">
            <Link href={`/${language}/account/calendar`}>{t('paper:calendar.title')}</Link>
          </li>
        )}
      </ul>
    </FormPage>
  )
}
