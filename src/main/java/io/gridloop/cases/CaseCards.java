package io.gridloop.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The case as Tasklist shows it. It enters the engine, so it is small, masked and without the reporter; the page of
 * the case has everything.
 */
@Component
class CaseCards {

    /** Bytes of JSON. */
    static final int LIMIT = 4_096;

    private static final String CUT = "……（内容较长，全文见案件页）";
    /** Characters of the text at most. */
    private static final int ROOM = 600;
    private static final int SIMILAR = 3;

    private final CaseEntries entries;
    private final Categories categories;
    private final Places places;
    private final Times times;
    private final Addresses addresses;
    private final SimilarCases similar;
    private final SupervisionOrders orders;
    private final Together together;
    private final ReturnWords returns;
    private final ObjectMapper json;

    CaseCards(
            CaseEntries entries, Categories categories, Places places, Times times, Addresses addresses,
            SimilarCases similar, SupervisionOrders orders, Together together, ReturnWords returns,
            ObjectMapper json) {
        this.entries = entries;
        this.categories = categories;
        this.places = places;
        this.times = times;
        this.addresses = addresses;
        this.similar = similar;
        this.orders = orders;
        this.together = together;
        this.returns = returns;
        this.json = json;
    }

    /**
     * Number, source channel, state, category, place, text, history, similar cases, deadline, supervision, page; what
     * others do beside, who returned it, who received it first and what was or is to be ruled, as far as there is any of
     * it.
     */
    Map<String, @Nullable Object> of(Case it, Step step) {
        var latestFirst = new ArrayList<>(entries.findByCaseIdOrderById(it.id()));
        latestFirst.removeIf(entry -> entry.internalText() == null);
        Collections.reverse(latestFirst);
        var beside = clean(together.of(it, step), ROOM);
        int room = ROOM;
        var card = card(it, latestFirst, beside, room);
        while (size(card) > LIMIT && room > 0) {
            room = room * 4 / 5;
            card = card(it, latestFirst, beside, room);
        }
        return card;
    }

    /** @param room characters for the text; the history gets its share of it */
    private Map<String, @Nullable Object> card(Case it, List<CaseEntry> latestFirst, String beside,
            int room) {
        return Results.of(
                "number", it.caseNumber(),
                "channel", it.origin().channel().label(),
                "state", it.state().label() + (it.reopened() == 0 ? "" : "（重新办理第%d次）".formatted(it.reopened())),
                "category", categories.label(it.category()),
                "place", clean(places.label(it), 200),
                "text", clean(it.subject() == null ? it.text() : it.subject() + "：" + it.text(), room),
                "history", history(latestFirst, room),
                "similar", similar(it),
                "deadline", deadline(it),
                "supervision", orders.open(it.id()).map(this::supervision).orElse("没有"),
                "nextLevel", orders.proposed(it).label(),
                "inspection", it.inspection() == null ? "没有" : clean(it.inspection().text(), Math.min(200, room)),
                "signing", it.state() == CaseState.HANDLING ? returns.signing(it) : null,
                "returns", returns.chain(it, room / 6),
                "firstReceiver", returns.firstReceiver(it),
                "ruling", returns.ruling(it),
                "page", addresses.caseUrl(it.caseNumber()),
                "together", beside);
    }

    private String history(List<CaseEntry> latestFirst, int room) {
        int lines = Math.min(latestFirst.size(), Math.max(3, room / 50));
        var shown = new ArrayList<>(latestFirst.subList(0, lines));
        Collections.reverse(shown);
        var notice = lines < latestFirst.size() ? "- （更早的记录见案件页）\n" : "";
        return notice + shown.stream().map(entry -> "- " + line(entry, room / 3)).collect(Collectors.joining("\n"));
    }

    private String line(CaseEntry entry, int longest) {
        return times.words(entry.at()) + " " + clean(entry.actorName(), 40) + "："
                + clean(Objects.requireNonNull(entry.internalText()), longest);
    }

    /** Numbers that a person may name as the original of a duplicate. */
    private String similar(Case it) {
        var found = similar.of(it);
        return found.isEmpty()
                ? "没有发现"
                : found.stream().limit(SIMILAR)
                        .map(each -> "- %s（%s，%s收到，%s）".formatted(each.caseNumber(), each.state().label(),
                                times.words(each.receivedAt()), each.reason()))
                        .collect(Collectors.joining("\n"));
    }

    private String supervision(SupervisionOrder order) {
        var asked = "**%s** %s，须于%s前回复".formatted(order.words(), clean(order.reason(), 200),
                times.words(order.replyDue()));
        return order.state() == SupervisionState.REPLIED && order.reply() != null
                ? "%s\n\n**回复：** %s".formatted(asked, clean(order.reply(), 300))
                : asked;
    }

    private String deadline(Case it) {
        var suspendedUntil = it.watch().suspendedUntil();
        if (suspendedUntil != null) {
            return "挂账至%s，其间不计时".formatted(times.day(suspendedUntil));
        }
        var dueAt = it.watch().dueAt();
        return dueAt == null || it.state() != CaseState.HANDLING
                ? "尚未起算"
                : "限%s，至%s%s".formatted(it.watch().limitText(), times.words(dueAt),
                        it.watch().overdueAt() == null ? "" : "，已超时");
    }

    private static String clean(String text, int max) {
        var masked = Masking.mask(text);
        int end = masked.codePointCount(0, masked.length()) <= max
                ? masked.length()
                : masked.offsetByCodePoints(0, max);
        return Markdown.escape(masked.substring(0, end)) + (end < masked.length() ? CUT : "");
    }

    private int size(Map<String, @Nullable Object> card) {
        try {
            return json.writeValueAsBytes(card).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
