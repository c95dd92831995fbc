# Stands for a model: answers each request by the words of its sentence, and a refusal by the words of the error.
# With a number it ends after so many answers.
left=${1:-1000}
while [ "$left" -gt 0 ] && IFS= read -r line; do
    left=$((left - 1))
    case "$line" in
        *"is ambiguous"*) text="(df['crowd'] > 30000).any()" ;;
        *"unknown column 'attendance'"*) text="df['crowd'].max() > 30000" ;;
        *"error["*) text="df['still'].wrong() == 1" ;;
        *"attendance is above"*) text="df['attendance'].max() > 30000" ;;
        *"some crowd is above"*) text="df['crowd'] > 30000" ;;
        *"north is at home"*) text='Sure!\n```python\nlen(df[df['"'team'"'] == '"'north'"' \u0026 df['"'venue'"'] == '"'mcg'"']) == 2\n```' ;;
        *"nobody knows"*) text="df['unknown'].max() == 1" ;;
        *"crowd at the mcg"*) text="df[df['venue'] == 'mgc']['crowd'].max() == 31500" ;;
        *"there be 3 round"*) text="len(df) == 3" ;;
        *"the first round have"*) text="df['clubs remaining'].iloc[0] == 150" ;;
        *"no league enter"*) text="df['leagues entering'].isna().all()" ;;
        *"opinions are"*'"seed": 7'*) text="df['crowd'].max() > 1" ;;
        *"opinions are"*'"seed": 8'*) text="df['crowd'].max() > 99999" ;;
        *"opinions are"*) text="df['crowd'].max() > 2" ;;
        *"largest crowd"*) text="df.loc[df['crowd'].idxmax(), 'team']" ;;
        *"how many"*) text="len(df)" ;;
        *) text="df" ;;
    esac
    printf '{"text": "%s", "finish": "stop", "prompt_tokens": 100, "answer_tokens": 10}\n' "$text"
done
