import { useTranslation } from 'react-i18next'
import { RadioGroup } from '~/components/primitives/RadioGroup'
import { UserText } from '~/components/primitives/UserText'
import { attendances } from '~/domain/cohorts/schema'
import type { ShownFault } from '~/http/form-fault'
import { useConflict } from './NowThere'

interface AttendanceRowsProps {
  members: { id: string; userName: string | null; attendance: (typeof attendances)[number] | null }[]
  fault: ShownFault
}

/** For each member of a cohort whether she was at a meeting. After a conflict it says what is noted now. */
export function AttendanceRows({ members, fault }: AttendanceRowsProps) {
  const { t } = useTranslation('coordinate')
  const conflict = useConflict()
  return (
    <div className="lk-attendance">
      {members.map(({ id, userName, attendance }) => {
        const name = `attendance-${id}`
        const chosen = fault.value(name, attendance ?? '')
        const differs = conflict && chosen !== (attendance ?? '')
        return (
          <RadioGroup
            key={id}
            name={name}
            label={userName === null ? t('cohort.accountRemoved') : <UserText>{userName}</UserText>}
            description={
              differs
                ? t('meeting.now', { state: attendance === null ? t('meeting.nothing') : t(`meeting.attendance.${attendance}`) })
                : undefined
            }
            required={false}
            markOptional={false}
            options={attendances.map((value) => ({ value, label: t(`meeting.attendance.${value}`) }))}
            defaultValue={chosen}
          />
        )
      })}
    </div>
  )
}
