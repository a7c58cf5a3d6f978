/** Any address that no other route knows: the error page for 404, inside the frame of the signed-in person. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function Nowhere() {
  return null;
}
