package io.gridloop.cases;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signing, returns and rulings in Chinese, the same on pages, on the work order and in forms. */
@Component
class ReturnWords {

    private final Returns returns;
    private final Rulings rulings;
    private final Units units;
    private final Actors actors;
    private final Times times;

    ReturnWords(Returns returns, Rulings rulings, Units units, Actors actors, Times times) {
        this.returns = returns;
        this.rulings = rulings;
        this.units = units;
        this.actors = actors;
        this.times = times;
    }

    /** As 11月23日17:00签收; null when nobody has to sign. */
    @Nullable
    String signing(Case it) {
        var signature = it.signature();
        if (signature.dueAt() == null) {
            return null;
        }
        var due = times.words(signature.dueAt());
        if (signature.signedAt() == null) {
            return "待签收，应于%s前签收".formatted(due);
        }
        var at = times.words(signature.signedAt());
        return signature.automatic()
                ? "%s逾期未签收，系统自动签收".formatted(at)
                : "%s签收%s".formatted(at, signature.late() ? "，逾期（应于%s）".formatted(due) : "");
    }

    /** The unit that this run was first dispatched to; null before that. */
    @Nullable
    String firstReceiver(Case it) {
        return it.firstReceiver() == null ? null : units.label(it.firstReceiver());
    }

    /** What units gave back or reported up in this run, as a list in Markdown; null when there is nothing. */
    @Nullable
    String chain(Case it, int longestReason) {
        var all = returns.of(it);
        return all.isEmpty()
                ? null
                : all.stream().skip(Math.max(0, all.size() - 4)).map(each -> "- " + line(each, longestReason))
                        .collect(Collectors.joining("\n"));
    }

    /** Why this assignment is the last word, or why nothing may be given back; null when neither is so. */
    @Nullable
    String ruling(Case it) {
        var last = rulings.refusal(it).map(words -> cut(words, 200));
        return last.or(() -> Optional.of("这件事已多次退单，列为推诿案件。本次派遣即为裁定，请写明理由；裁定后不能再退单。")
                .filter(words -> it.state() == CaseState.ASSIGNING && rulings.due(it))).orElse(null);
    }

    private String line(CaseReturn it, int longestReason) {
        return "%s %s（%s）%s：%s".formatted(times.words(it.at()), units.label(it.unit()),
                actors.shortName(it.person()), it.kind().label(), cut(it.reason(), longestReason));
    }

    private static String cut(String text, int longest) {
        return Markdown.escape(PlainText.cut(Masking.mask(text), Math.max(longest, 10)));
    }
}
