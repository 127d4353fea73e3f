package comparison.playwright;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.Test;

@UsePlaywright(BrowserOptions.class)
class OneTest {

    @Test
    void receives_what_the_page_logs(Page page) {
        TwentyTests.check(page, 1);
    }
}
