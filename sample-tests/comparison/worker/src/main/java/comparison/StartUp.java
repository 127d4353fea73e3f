package comparison;

/** From nothing to a first answer, and back to nothing. */
final class StartUp {

    private StartUp() {}

    static Result of(Client client) throws Exception {
        long begin = System.nanoTime();
        client.launch(Environment.browser(), Environment.switches());
        long launched = System.nanoTime();
        long opened;
        long answered;
        try {
            var page = client.newPage(false);
            opened = System.nanoTime();
            page.evaluate("1");
            answered = System.nanoTime();
        } finally {
            client.close();
        }
        long closed = System.nanoTime();
        return new Result()
                .withMillis("ms", closed - begin)
                .withMillis("launchMs", launched - begin)
                .withMillis("pageMs", opened - launched)
                .withMillis("answerMs", answered - opened)
                .withMillis("closeMs", closed - answered);
    }
}
