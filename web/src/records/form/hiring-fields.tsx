import { Choice, Count, Day, Line, Words } from './choice';
import styles from '../../ui/form.module.css';

/** What a hiring need asks of people; pay is typed in 万元 a year. */
export function HiringFields() {
  return (
    <div className={styles.grid}>
      <Count name={['hiring', 'headcount']} label="field.headcount" min={1} max={10_000} isRequired />
      <Choice name={['hiring', 'tier']} label="field.tier" vocabulary="talent-tiers" isRequired />
      <Choice name={['hiring', 'education']} label="field.education" vocabulary="educations" />
      <Choice name={['hiring', 'degree']} label="field.degree" vocabulary="degrees" />
      <Words name={['hiring', 'fields']} label="field.field" />
      <Choice name={['hiring', 'skillLevel']} label="field.skillLevel" vocabulary="skill-levels" />
      <Choice name={['hiring', 'title']} label="field.title" vocabulary="titles" />
      <Count name={['hiring', 'minYears']} label="field.years" max={60} />
      <Line name={['hiring', 'city']} label="field.city" max={50} />
      <Choice
        name={['hiring', 'engagement']}
        label="field.engagement"
        vocabulary="engagements"
        multiple
        isRequired
      />
      <Choice
        name={['hiring', 'flexibleForms']}
        label="records.flexibleForms"
        vocabulary="flexible-forms"
        multiple
      />
      <Count name={['hiring', 'payMin']} label="need.payMin" isWhole={false} />
      <Count name={['hiring', 'payMax']} label="need.payMax" isWhole={false} />
      <Day name={['hiring', 'arrivalBy']} label="field.arrivalBy" />
      <Line name={['hiring', 'benefits']} label="field.benefits" max={2000} />
    </div>
  );
}
