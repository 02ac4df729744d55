import { Link } from '@tanstack/react-router';

/** An organisation by its name, which leads to its page. */
export function OrganisationLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/organisations/$id" params={{ id }} lang="">
      {name}
    </Link>
  );
}
