import { useMessages } from '../../i18n/use-messages';
import { Choice, Count, Day, Line, Words } from './choice';
import styles from '../../ui/form.module.css';

/** Who the person is; contact is typed, kept encrypted, and never shown here again. */
export function TalentPerson({ isNew }: { isNew: boolean }) {
  const { say } = useMessages();
  return (
    <>
      <div className={styles.grid}>
        <Line name="name" label="records.personName" max={100} isRequired={isNew} />
        <Choice name="tier" label="field.tier" vocabulary="talent-tiers" isRequired />
        <Line name={['contact', 'phone']} label="records.phone" max={22} />
        <Line name={['contact', 'email']} label="records.email" max={200} />
      </div>
      {!isNew && <p className={styles.hint}>{say('records.contactStays')}</p>}
    </>
  );
}

/** What a profile says beside the biography; pay is typed in 万元 a year. */
export function TalentFields() {
  return (
    <div className={styles.grid}>
      <Choice name="education" label="field.education" vocabulary="educations" />
      <Choice name="degree" label="field.degree" vocabulary="degrees" />
      <Line name="school" label="field.school" max={100} />
      <Line name="field" label="field.field" max={100} />
      <Choice name="title" label="field.title" vocabulary="titles" />
      <Choice name="skillLevel" label="field.skillLevel" vocabulary="skill-levels" />
      <Line name="certificateNo" label="records.certificateNo" max={50} />
      <Line name="employer" label="field.employer" max={200} />
      <Line name="post" label="field.post" max={100} />
      <Count name="years" label="field.years" max={80} />
      <Line name="city" label="field.city" max={50} />
      <Words name="citiesAccepted" label="field.citiesAccepted" />
      <Choice name="engagement" label="field.engagement" vocabulary="engagements" multiple />
      <Choice name="flexibleForms" label="records.flexibleForms" vocabulary="flexible-forms" multiple />
      <Count name="daysPerYear" label="records.daysPerYear" min={1} max={366} />
      <Count name="payMin" label="need.payMin" isWhole={false} />
      <Count name="payMax" label="need.payMax" isWhole={false} />
      <Day name="availableFrom" label="field.availableFrom" />
      <Line name="source" label="records.source" max={200} />
    </div>
  );
}
