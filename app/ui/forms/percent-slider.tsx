import { useRef, useState, type ChangeEvent } from "react";
import { basisPoints, type BasisPoints } from "../../domain/money/cents";
import { FieldShell, type FieldWords } from "./field-shell";
import { useFieldState } from "./form-context";

/** `floor`: what lies below is not allowed, and hatched. `line`: something begins here. */
export type SliderMark = { readonly kind: "floor" | "line"; readonly at: BasisPoints; readonly label: string };

type PercentSliderProps = FieldWords & {
  defaultValue?: BasisPoints | undefined;
  /** Names the slider; the box has the label. */
  sliderName: string;
  /** What a screen reader says for a position. */
  valueText: (share: BasisPoints) => string;
  marks?: readonly SliderMark[];
};

const whole = 100;

/** What stands in the box, while it is a share; the browser's check words everything else. */
function readPercent(text: string | undefined): number | undefined {
  const value = /^\d{1,3}(\.\d{1,2})?\s*%?$/.test(text?.trim() ?? "") ? Number.parseFloat(text ?? "") : undefined;
  return value !== undefined && value <= whole ? value : undefined;
}

/**
 * A share from 0 to 100 in a box, and the same on a slider beside it: arrow keys move by 1, page keys by 10. Only the box
 * is posted, so without scripts the slider is left out. Read it with `percentField()`.
 */
export function PercentSlider({ marks = [], sliderName, valueText, defaultValue, ...words }: PercentSliderProps) {
  const { name, hint } = words;
  const state = useFieldState(name);
  const typed = state.typed?.[0] ?? (defaultValue === undefined ? undefined : String(defaultValue / 100));
  const [percent, setPercent] = useState(readPercent(typed) ?? 0);
  const box = useRef<HTMLInputElement | null>(null);
  const { ref: registerBox, onChange: checkBox, ...handlers } = state.handlers;
  const typedInBox = (event: ChangeEvent<HTMLInputElement>) => {
    setPercent(readPercent(event.target.value) ?? percent);
    void checkBox?.(event);
  };
  const moved = (event: ChangeEvent<HTMLInputElement>) => {
    setPercent(event.target.valueAsNumber);
    if (!box.current) return;
    box.current.value = event.target.value;
    void checkBox?.({ target: box.current, type: "change" });
  };
  return (
    <FieldShell {...words} optional={words.optional ?? false} state={state}>
      <div className="sf-slider">
        <div className={`usa-input-group sf-input-group ${state.error ? "usa-input-group--error" : ""}`.trim()}>
          <input
            {...handlers}
            {...state.describedBy(hint)}
            ref={(element) => {
              box.current = element;
              registerBox?.(element);
            }}
            id={state.id}
            name={name}
            className="usa-input usa-input--2xs"
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={state.error ? true : undefined}
            defaultValue={typed}
            onChange={typedInBox}
          />
          <div className="usa-input-suffix" aria-hidden="true">
            %
          </div>
        </div>
        <div className="sf-slider__way">
          <SliderTrack marks={marks} percent={percent} />
          <input
            className="sf-slider__range"
            type="range"
            min={0}
            max={whole}
            step={1}
            value={Math.round(percent)}
            aria-label={sliderName}
            aria-valuetext={valueText(basisPoints(Math.round(percent * 100)))}
            onChange={moved}
          />
        </div>
      </div>
    </FieldShell>
  );
}

function SliderTrack({ marks, percent }: { marks: readonly SliderMark[]; percent: number }) {
  const spots = marks.map(({ at, ...mark }) => ({ ...mark, x: at / 100 }));
  return (
    <svg className="sf-slider__track" width="100%" height="62" aria-hidden="true" focusable="false">
      <rect className="sf-slider__rail" x="0" y="18" width="100%" height="8" rx="4" />
      <rect className="sf-slider__filled" x="0" y="18" width={`${percent}%`} height="8" rx="4" />
      {spots.map(({ kind, x, label }) => (
        <g key={`${kind} ${x}`}>
          {kind === "floor" ? <Hatching to={x} /> : null}
          <line className="sf-slider__mark" x1={`${x}%`} x2={`${x}%`} y1="12" y2="40" />
          <text
            className="sf-slider__mark-label"
            x={`${x}%`}
            y="56"
            textAnchor={x > 80 ? "end" : x < 20 ? "start" : "middle"}
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Hatching({ to }: { to: number }) {
  const strokes = Array.from({ length: Math.floor(to / 2) }, (_, index) => index * 2);
  return (
    <g>
      {strokes.map((x) => (
        <line key={x} className="sf-slider__hatch" x1={`${x}%`} x2={`${x + 1.5}%`} y1="34" y2="27" />
      ))}
    </g>
  );
}
