import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

const looks = {
  primary: "",
  /** The one warm call to action of a page. */
  call: "sf-button--call",
  secondary: "usa-button--outline",
  quiet: "usa-button--unstyled",
  danger: "usa-button--secondary",
} as const;
export type ButtonLook = keyof typeof looks;

function classes(look: ButtonLook, big: boolean): string {
  return `usa-button ${looks[look]} ${big ? "usa-button--big" : ""}`.replace(/\s+/g, " ").trim();
}

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & { look?: ButtonLook; big?: boolean };

export function Button({ look = "primary", big = false, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={classes(look, big)} {...rest} />;
}

type LinkButtonProps = Omit<LinkProps, "className"> & { look?: ButtonLook; big?: boolean };

export function LinkButton({ look = "primary", big = false, ...rest }: LinkButtonProps) {
  return <Link className={classes(look, big)} {...rest} />;
}
