import { useMessages } from '../../i18n/use-messages';
import { Choice, Count, Day, Line, Words } from './choice';
import styles from '../../ui/form.module.css';

/** Who the person is; contact is typed, kept encrypted, and never shown here again. */
export function TalentPerson({ isNew }: { isNew: boolean }) {
  const { say } = useMessages();
  return (
    <>
      <div className={styles.grid}>
        <Line name="name" says="records.personName" max={100} isRequired={isNew} />
        <Choice name="tier" says="field.tier" vocabulary="talent-tiers" isRequired />
        <Line name={['contact', 'phone']} says="records.phone" max={22} />
        <Line name={['contact', 'email']} says="records.email" max={200} />
      </div>
      {!isNew && <p className={styles.hint}>{say('records.contactStays')}</p>}
    </>
  );
}

/** What a profile says beside the biography; pay is typed in 万元 a year. */
export function TalentFields() {
  return (
    <div className={styles.grid}>
      <Choice name="education" says="field.education" vocabulary="educations" />
      <Choice name="degree" says="field.degree" vocabulary="degrees" />
      <Line name="school" says="field.school" max={100} />
      <Line name="field" says="field.field" max={100} />
      <Choice name="title" says="field.title" vocabulary="titles" />
      <Choice name="skillLevel" says="field.skillLevel" vocabulary="skill-levels" />
      <Line name="certificateNo" says="records.certificateNo" max={50} />
      <Line name="employer" says="field.employer" max={200} />
      <Line name="post" says="field.post" max={100} />
      <Count name="years" says="field.years" max={80} />
      <Line name="city" says="field.city" max={50} />
      <Words name="citiesAccepted" says="field.citiesAccepted" />
      <Choice name="engagement" says="field.engagement" vocabulary="engagements" multiple />
      <Choice name="flexibleForms" says="records.flexibleForms" vocabulary="flexible-forms" multiple />
      <Count name="daysPerYear" says="records.daysPerYear" min={1} max={366} />
      <Count name="payMin" says="need.payMin" isWhole={false} />
      <Count name="payMax" says="need.payMax" isWhole={false} />
      <Day name="availableFrom" says="field.availableFrom" />
      <Line name="source" says="records.source" max={200} />
    </div>
  );
}
